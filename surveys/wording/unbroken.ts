/** A text typed with ordinary spaces, as French sets it: no line begins with « ? » or ends on « « ». Drawn so, never stored so. */
export const unbroken = (text: string): string => text.replace(/ (?=[:;!?»])|(?<=«) /g, '\u202f')
