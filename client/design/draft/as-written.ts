/** The French as its author wrote it, `**` included. */
export const asWritten = (text: unknown): string =>
  typeof text === 'string' ? text : String((text as { default?: unknown } | undefined)?.default ?? '')
