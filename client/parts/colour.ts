/** The authority's own colour, worn by the light theme; its shades are mixed by the browser. */
export function wear(colour: string): void {
  const { style } = document.documentElement
  const shades: Record<string, string> = {
    '--authority': colour,
    '--authority-hover': `color-mix(in srgb, ${colour} 78%, black)`,
    '--authority-soft': `color-mix(in srgb, ${colour} 11%, white)`,
  }
  for (const [name, value] of Object.entries(shades)) {
    if (/^#[0-9a-f]{6}$/.test(colour)) style.setProperty(name, value)
    else style.removeProperty(name)
  }
}
