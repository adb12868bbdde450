/** Text as it is compared, whatever its accents and capitals. */

/** Lower case, without accents, with straight apostrophes. */
export const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'").replace(/œ/g, 'oe').toLowerCase()
