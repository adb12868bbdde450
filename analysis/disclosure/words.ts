/** Shares told in words: from 11 to 29 people, a figure would say more than it knows. */

export const aboveMost = 'plus de 95 %'

/** « une minorité des familles », « environ la moitié des familles », « la plupart des familles ». */
export function shareInWords(share: number): string {
  if (share < 0.4) return 'une minorité'
  return share > 0.6 ? 'la plupart' : 'environ la moitié'
}
