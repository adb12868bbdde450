/** Names that pages and their service workers share. */

/** Where an entrance holds what everybody may know. */
export const dataOf = (name: string) => `${name}-site`

/** First word of the caches of respondents. */
export const heldName = 'pages'
/** What a browser that can send later is asked for. */
export const sendingTag = 'answers'
