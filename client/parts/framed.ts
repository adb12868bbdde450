/** A page shown inside another of ours: the designer's preview. It remembers nothing and counts nothing. */
export const isFramed = globalThis.window !== undefined && window.parent !== window
