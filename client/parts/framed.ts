/** A page shown inside another of ours: the designer's preview. It remembers nothing and counts nothing. */
export const isFramed = window.parent !== window
