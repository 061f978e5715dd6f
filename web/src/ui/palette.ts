// Every colour of the workbench, once for light and once for dark. Nothing else names a raw colour: style sheets read the
// variables that theme.ts makes of this, charts read the object itself.

export type Palette = {
  readonly page: string;
  readonly surface: string;
  readonly raised: string;
  readonly sunken: string;
  readonly hover: string;
  readonly selected: string;
  readonly border: string;
  readonly borderStrong: string;
  readonly text: string;
  readonly muted: string;
  /** For marks that must be seen and not read: axes, tracks, sparklines of the past. At least 3 : 1. */
  readonly faint: string;
  readonly accent: string;
  readonly accentText: string;
  readonly onAccent: string;
  readonly warning: string;
  readonly warningSurface: string;
  readonly danger: string;
  readonly dangerSurface: string;
  readonly tag: string;
  readonly shadow: string;
  /**
   * Eight colours in a fixed order for things without an order (channels, topics). At least 3 : 1 on the surface; each pair
   * is at least 0.12 apart in OKLab under full protanopia and deuteranopia (Machado et al. 2009), 0.06 under tritanopia.
   */
  readonly categorical: readonly [string, string, string, string, string, string, string, string];
  /** Negative to positive: orange, neutral, blue. Never red and green. */
  readonly diverging: readonly [string, string, string, string, string];
  /** From little to much, one hue. */
  readonly sequential: readonly [string, string];
};

export const LIGHT: Palette = {
  page: "#f6f6f8",
  surface: "#ffffff",
  raised: "#ffffff",
  sunken: "#f0f1f4",
  hover: "#f1f2f5",
  selected: "#ecedfb",
  border: "#e3e4e9",
  borderStrong: "#c6c9d2",
  text: "#1b1d22",
  muted: "#5a606b",
  faint: "#868c98",
  accent: "#4a4fd0",
  accentText: "#4045c4",
  onAccent: "#ffffff",
  warning: "#8a5a00",
  warningSurface: "#fdf3dd",
  danger: "#b3261e",
  dangerSurface: "#fdecea",
  tag: "#e4e6eb",
  shadow: "rgb(20 22 40 / 14%)",
  categorical: ["#3266d4", "#bb8a16", "#558c86", "#8f3058", "#3a97de", "#a05a12", "#482999", "#511f1d"],
  diverging: ["#c2570c", "#e0965c", "#a3a7b0", "#6da2d8", "#1f64b0"],
  sequential: ["#e8eefb", "#1d4fae"],
};

export const DARK: Palette = {
  page: "#101215",
  surface: "#16191d",
  raised: "#1d2126",
  sunken: "#0c0e10",
  hover: "#1f2329",
  selected: "#262a45",
  border: "#2a2f36",
  borderStrong: "#454c57",
  text: "#e7e9ec",
  muted: "#a0a7b2",
  faint: "#747c89",
  accent: "#5a60e0",
  accentText: "#a3a8ff",
  onAccent: "#ffffff",
  warning: "#f0c060",
  warningSurface: "#2d2616",
  danger: "#ff9b92",
  dangerSurface: "#331d1c",
  tag: "#343a43",
  shadow: "rgb(0 0 0 / 55%)",
  categorical: ["#4f88fa", "#f0ac3c", "#679b7d", "#e1a1d8", "#c0f2ff", "#a25306", "#8660a0", "#f9ee30"],
  diverging: ["#f08a3c", "#c9814b", "#7c838f", "#5b93cd", "#62aef5"],
  sequential: ["#1c2740", "#8db4ff"],
};
