// Turns the palette into Mantine's theme and into CSS variables (`--surface`, `--muted`, `--categorical-1` …).
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";
import { DARK, LIGHT, type Palette } from "./palette.ts";

function toVariableName(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The palette as CSS variables; lists become `--name-1`, `--name-2` … */
export function paletteVariables(palette: Palette): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const [name, value] of Object.entries(palette) as [string, string | readonly string[]][]) {
    const variable = toVariableName(name);
    if (typeof value === "string") variables[`--${variable}`] = value;
    else
      value.forEach((colour, index) => {
        variables[`--${variable}-${index + 1}`] = colour;
      });
  }
  return variables;
}

function mantineVariables(palette: Palette): Record<string, string> {
  return {
    ...paletteVariables(palette),
    "--mantine-color-body": palette.surface,
    "--mantine-color-text": palette.text,
    "--mantine-color-dimmed": palette.muted,
    "--mantine-color-placeholder": palette.muted,
    "--mantine-color-anchor": palette.accentText,
    "--mantine-color-default": palette.surface,
    "--mantine-color-default-hover": palette.hover,
    "--mantine-color-default-color": palette.text,
    "--mantine-color-default-border": palette.borderStrong,
    "--mantine-color-error": palette.danger,
    "--mantine-primary-color-filled": palette.accent,
    "--mantine-primary-color-filled-hover": palette.accentText,
    "--mantine-primary-color-light": palette.selected,
    "--mantine-primary-color-light-hover": palette.selected,
    "--mantine-primary-color-light-color": palette.accentText,
    "--mantine-primary-color-contrast": palette.onAccent,
  };
}

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: mantineVariables(LIGHT),
  dark: mantineVariables(DARK),
});

/** Mantine wants ten shades; ours are the accent's, so that a component which names a shade still fits. */
const accent: MantineColorsTuple = [
  LIGHT.selected,
  LIGHT.selected,
  DARK.accentText,
  DARK.accentText,
  DARK.accent,
  DARK.accent,
  LIGHT.accent,
  LIGHT.accentText,
  LIGHT.accentText,
  LIGHT.accentText,
];

/** Mantine draws its dark fields and menus in shades of `dark`: from text (0) to what lies deepest (9). */
const dark: MantineColorsTuple = [
  DARK.text,
  DARK.text,
  DARK.muted,
  DARK.muted,
  DARK.borderStrong,
  DARK.hover,
  DARK.surface,
  DARK.page,
  DARK.page,
  DARK.sunken,
];

const FONT = '"Inter Variable", system-ui, sans-serif';

export const theme = createTheme({
  primaryColor: "accent",
  colors: { accent, dark },
  fontFamily: FONT,
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace",
  headings: { fontFamily: FONT, fontWeight: "600" },
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  defaultRadius: "6px",
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    Tooltip: {
      defaultProps: { openDelay: 250, withArrow: false, color: "dark", transitionProps: { duration: 80 } },
    },
    Popover: { defaultProps: { transitionProps: { duration: 80 }, shadow: "md" } },
    Menu: { defaultProps: { transitionProps: { duration: 80 }, shadow: "md" } },
    Modal: { defaultProps: { transitionProps: { duration: 100 } } },
    Button: { defaultProps: { size: "xs" } },
  },
});
