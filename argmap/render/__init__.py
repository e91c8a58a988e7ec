"""Drawing: a map and its Picture in, HTML, SVG, PDF or PNG out."""
