/** The wall of ideas, without a script: the frame in four languages, the ideas in the language they were written in. */
import { monthText } from '../../../../surveys/days.ts'
import { languageRows } from '../../../../surveys/languages.ts'
import { typeset } from '../../../text/format.ts'
import { harmless } from '../../html/html-blocks.ts'
import { type SiteFrame, servedPage } from '../html.ts'
import type { PublicLanguage } from '../languages.ts'

export type WallIdea = { text: string; month: string }

const words: Record<PublicLanguage, { title: string; lead: string; none: string; write: string; closed: string }> = {
  fr: {
    title: 'Le mur d’idées',
    lead: 'Des idées de jeunes, pour ici. Chacune a été lue avant de paraître. Aucun nom n’est écrit.',
    none: 'Pas encore d’idée. Écris la première !',
    write: 'Écrire une idée',
    closed: 'Le mur d’idées n’est pas ouvert pour l’instant.',
  },
  'fr-facile': {
    title: 'Les idées des jeunes',
    lead: 'Des jeunes ont écrit ces idées. Il n’y a pas de nom.',
    none: 'Il n’y a pas encore d’idée.',
    write: 'Écrire une idée',
    closed: 'Ce n’est pas ouvert.',
  },
  en: {
    title: 'The wall of ideas',
    lead: 'Ideas from young people, for this area. Each was read before it appeared. No name is written.',
    none: 'No idea yet. Write the first one!',
    write: 'Write an idea',
    closed: 'The wall of ideas is not open for now.',
  },
  ar: {
    title: 'جدار الأفكار',
    lead: 'أفكار شباب لمنطقتنا. قُرئت كل فكرة قبل نشرها، ولا يُكتب أي اسم.',
    none: 'لا توجد أفكار بعد. اكتب الأولى!',
    write: 'اكتب فكرة',
    closed: 'جدار الأفكار غير مفتوح حاليًا.',
  },
}

export const wallTitle = (language: PublicLanguage): string => words[language].title

/** @param ideas null = the wall is closed */
export function wallHtml(language: PublicLanguage, ideas: readonly WallIdea[] | null, frame: SiteFrame): string {
  const { title, lead, none, write, closed } = words[language]
  const { tag, direction } = languageRows[language]
  const say = (text: string) => harmless(language === 'fr' || language === 'fr-facile' ? typeset(text) : text)
  const months = [...new Set((ideas ?? []).map(({ month }) => month))]
  const sections = months.map(
    (month) =>
      `<section class="more"><h2>${harmless(monthText(month, language))}</h2><ul class="ideas">${(ideas ?? [])
        .filter((idea) => idea.month === month)
        .map(({ text }) => `<li dir="auto">${harmless(text)}</li>`)
        .join('')}</ul></section>`,
  )
  return servedPage(
    { language, tag, direction },
    title,
    frame,
    [
      `<main id="content" class="wall"><div class="cover"><h1>${say(title)}</h1></div><div class="body">`,
      ideas === null
        ? `<p class="lead">${say(closed)}</p>`
        : `<p class="lead">${say(lead)}</p><p class="go"><a href="/participer">${say(write)}</a></p>${ideas.length === 0 ? `<p>${say(none)}</p>` : sections.join('')}`,
      '</div></main>',
    ],
    ['<link rel="stylesheet" href="/annuaire/annuaire.css">'],
  )
}
