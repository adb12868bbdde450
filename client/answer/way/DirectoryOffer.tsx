/** After the receipt of somebody who speaks for a structure: a place in the directory, by a form apart that nothing joins to the answers. */
import type { PublishedQuestionnaire } from '../../../api/wire/public.ts'
import { isPublic } from '../../../surveys/questionnaire/audiences.ts'
import { useSite } from '../../parts/site.ts'

export function DirectoryOffer({ audience }: Pick<PublishedQuestionnaire, 'audience'>) {
  const site = useSite()
  // people who answer for themselves are offered nothing of the kind
  if (!site?.takesCards || isPublic(audience)) return null
  return (
    <section className="stack no-print" aria-labelledby="directory-offer" lang="fr" dir="ltr">
      <h2 id="directory-offer">Figurer dans l’annuaire</h2>
      <p>
        Votre structure accueille ou aide des habitants ? Proposez sa fiche. C’est un formulaire à part : rien ne le
        relie à vos réponses.
      </p>
      <p>
        <a className="button" href="/ma-fiche" hrefLang="fr">
          Proposer une fiche
        </a>
      </p>
    </section>
  )
}
