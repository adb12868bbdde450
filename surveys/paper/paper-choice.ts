/** One box to tick on paper: `value` is what is stored, `code` what stands beside the box and what staff type. */
export type PaperChoice = {
  code: string
  value: string | number | boolean
  text: string
  goTo: string
  /** Printed beside the box: name of a pictogram, or digest of a picture. */
  picture?: string
}
