/** How somebody asks to be reached: a phone number, an e-mail address, or both. */

export type Reach = { phone: string; email: string }

/** One of both is enough, and neither may be half written. */
export function isReachable({ phone, email }: Reach): boolean {
  const digits = phone.replace(/\D/g, '').length
  const isPhone = phone.trim() === '' || digits >= 10
  const isEmail = email.trim() === '' || /\S+@\S+\.\S+/.test(email)
  return isPhone && isEmail && (phone + email).trim() !== ''
}

/** « 05 63 00 00 00 · nom@exemple.fr » */
export const reachText = ({ phone, email }: Reach): string =>
  [phone, email]
    .map((one) => one.trim())
    .filter(Boolean)
    .join(' · ')
