/** The shapes that the page's modules share. Not shipped in the page; `tsc` reads it in the tests. */

type Kind = 'supports' | 'attacks' | 'undercuts';
type Label = 'stands' | 'falls' | 'contested';
type Point = [number, number];

interface Quote { text: string; at: string; source: string }
interface Warning { code: string; severity: string; message: string; help: string }

interface Claim {
  id: string; text: string; number: string; parent: string; via: string; status: 'given' | 'open' | 'rejected';
  thesis?: boolean; group?: string; tags?: string[]; credence?: number; implicit?: boolean; kind?: string;
  quotes?: Quote[]; by?: string; note?: string; url?: string; warnings?: Warning[];
}
interface Link {
  id: string; premises: string[]; kind: Kind; target: string; rebuts?: boolean; scheme?: string; cue?: string;
  basis?: string; strength?: number; note?: string; quotes?: Quote[]; warnings?: Warning[];
}
interface Step { show: string[]; say: string }
interface Group { id: string; title: string; color?: string; note?: string }
interface Source { id: string; [field: string]: string | number }

/** A node of the pyvis network: a card (of a claim) or a junction (of a link). Positions are centres. */
interface NetNode { id: string; x: number; y: number; width?: number; height?: number; lines?: string[] }
/** An edge of the pyvis network: one curve of a link. */
interface NetEdge { from: string; to: string; link: string; points: number[]; arrow: boolean; reach?: number }
interface FrameBox { group: string; x: number; y: number; width: number; height: number }

interface PageData {
  title: string; language: string; about: {description?: string; authors?: string[]; date?: string; license?: string}; claims: Claim[]; links: Link[]; groups: Group[]; sources: Source[]; steps: Step[];
  nodes: NetNode[]; edges: NetEdge[]; options: object;
  picture: { width: number; height: number; orientation: 'up' | 'left' | 'right'; frames: FrameBox[] };
  strings: Record<string, string>; evaluated?: boolean; themes: string[];
}

/** A card: `home` is where it was laid out, (x, y) where it stands now; centres. */
interface Card {
  id: string; claim: Claim; home: {x: number; y: number}; x: number; y: number; w: number; h: number; lines: string[];
  rtl: boolean; tight: boolean[] | null; alpha: number;
}
interface Junction { link: Link; home: {x: number; y: number}; x: number; y: number }
/** One piece of a link: `points` are Bezier pieces at home, `flat` the same as straight pieces, `shape` what is drawn. */
interface Curve { link: Link; leg: string; points: number[]; arrow: boolean; reach: number; flat: number[] | null; shape: Shape | null }
interface Shape { line: number[]; path: Path2D; box: [number, number, number, number]; angle: number; sign: {x: number; y: number} | null }

/** Everything that the user can change. Only `AM.apply` writes it. */
interface State {
  left: string; right: string;
  focus: string; filter: string;
  step: number; guess: boolean; revealed: number; script: boolean;
  evaluate: boolean; assumed: ReadonlyMap<string, boolean>; bearing: string; colours: 'parent' | 'thesis';
  selected: string; query: string; folded: ReadonlySet<string>; anchor: string; mode: 'light' | 'dark'; theme: string; pane: string; side: string;
}
/** What follows from the state: written by derivations in `AM.apply`, read by views. */
interface Now {
  matches: ReadonlySet<string>;
  visible: ReadonlySet<string>; inside: ReadonlyMap<string, number>; limited: boolean;
  due: ReadonlySet<string>;
  solution: Solution; changed: ReadonlySet<string>; bears: ReadonlySet<string>;
  hits: ReadonlySet<string>;
}

declare const vis: any;
