/** The largest bodies the api takes, in bytes. */
export const answerBytes = 64 * 1024
/** A logo, once decoded. */
export const logoBytes = 150_000
