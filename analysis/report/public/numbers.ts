/** Figures as each language of the results page writes them. */
import { dayText } from '../../../surveys/days.ts'
import { languageRows } from '../../../surveys/languages.ts'
import type { Estimate } from '../../estimates/estimate.ts'
import { amount, count, date, duration, ends, nbsp, typeset } from '../../text/format.ts'
import type { PublicLanguage } from './languages.ts'

export type Numbers = {
  count: (value: number) => string
  /** « 1er mars 2026 ». @param iso day, or date and time */
  day: (iso: string) => string
  amount: (value: number, unit: Estimate['unit']) => string
  /** Ends of an interval, rounded outwards. */
  ends: (estimate: Estimate) => [string, string]
  /** Words in French get its spaces. */
  typeset: (text: string) => string
  quote: (text: string) => string
  or: (items: string[]) => string
  and: (items: string[]) => string
}

export function numbersIn(language: PublicLanguage): Numbers {
  const { locale } = languageRows[language]
  const isFrench = language === 'fr' || language === 'fr-facile'
  const amountOf = amounts[language]
  const list = (type: 'conjunction' | 'disjunction') => (items: string[]) =>
    new Intl.ListFormat(locale, { type }).format(items)
  const [before, after] = isFrench ? ['« ', ' »'] : language === 'en' ? ['“', '”'] : ['«', '»']
  return {
    count: isFrench ? count : new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format,
    day: isFrench ? date : (iso) => dayText(iso, language),
    amount: amountOf,
    ends: (estimate) => {
      const [low, high] = ends(estimate)
      // « entre 36 et 70 », out of a hundred like the value before it
      if (language === 'fr-facile' && estimate.unit === 'share') return [count(low * 100), count(high * 100)]
      return [amountOf(low, estimate.unit), amountOf(high, estimate.unit)]
    },
    typeset: isFrench ? typeset : (text) => text,
    quote: (text) => `${before}${text}${after}`,
    or: list('disjunction'),
    and: list('conjunction'),
  }
}

/** Easy French counts out of a hundred: a percentage is a calculation. */
function easy(value: number, unit: Estimate['unit']): string {
  if (unit !== 'share') return amount(value, unit)
  if (value > 0 && value < 0.005) return 'moins de 1 sur 100'
  return value < 1 && value >= 0.995 ? 'plus de 99 sur 100' : `${count(value * 100)}${nbsp}sur${nbsp}100`
}

const english = amountIn('en-GB', { less: 'less than', more: 'more than', euros: '€', minutes: 'min' })
const arabic = amountIn('ar-u-nu-latn', { less: 'أقل من', more: 'أكثر من', euros: 'يورو', minutes: 'دقيقة' })

function amountIn(locale: string, words: { less: string; more: string; euros: string; minutes: string }) {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const given = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, useGrouping: 'min2' })
  const tenth = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  return (value: number, unit: Estimate['unit']): string => {
    switch (unit) {
      case 'share':
        if (value > 0 && value < 0.005) return `${words.less} 1%`
        return value < 1 && value >= 0.995 ? `${words.more} 99%` : `${whole.format(value * 100)}%`
      case 'minutes':
        return value < 60 ? `${whole.format(value)} ${words.minutes}` : duration(value)
      case 'hours':
        return duration(value * 60)
      case 'euros':
        return words.euros === '€' ? `€${whole.format(value)}` : `${whole.format(value)} ${words.euros}`
      case 'score':
        return tenth.format(value)
      case 'number':
        return given.format(value)
      default:
        return whole.format(value)
    }
  }
}

const amounts: Record<PublicLanguage, Numbers['amount']> = { fr: amount, 'fr-facile': easy, en: english, ar: arabic }
