/** The line of a notice that the site writes itself, on screens and on paper: duration and last day. */
export const timeLine = 'temps'
