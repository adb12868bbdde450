/** A question to add: of a type, ready made from the library, or taken up from another questionnaire. */
import { lazy, Suspense, useState } from 'react'
import { parentOf } from '../../../surveys/edit/elements.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { questionTypes, typeNames } from '../../../surveys/types/catalogue.ts'
import { Skeleton } from '../../parts/State.tsx'
import { Dialog } from '../../parts/staff/Dialog.tsx'
import { Tabs } from '../../parts/staff/Tabs.tsx'
import type { Adding } from '../page/tools.ts'
import type { Deeds } from '../page/useDeeds.ts'

const OtherQuestionnaire = lazy(async () => ({
  default: (await import('./OtherQuestionnaire.tsx')).OtherQuestionnaire,
}))
const Library = lazy(async () => ({ default: (await import('./Library.tsx')).Library }))

/** One choice whose answers have pictures. */
const inPictures = {
  title: 'Choix en images',
  help: 'Une réponse parmi des images, chacune avec son texte.',
  isPictured: true,
}

type Props = { deeds: Deeds; adding: Adding; questionnaire: Questionnaire; onClose: () => void }

export function AddDialog({ deeds, adding: { holder, at }, questionnaire, onClose }: Props) {
  const [tab, setTab] = useState('types')
  const isInRow = parentOf(questionnaire, holder) !== null
  const mayRepeat = !isInRow && holder.kind !== 'group'
  const offers = typeNames
    .flatMap((name) => {
      const offer = { name, ...questionTypes[name], isPictured: false }
      return name === 'radiogroup' ? [offer, { ...offer, ...inPictures }] : [offer]
    })
    .filter(({ holds }) => holds !== 'rows' || mayRepeat)
  const addFrom: Parameters<typeof Library>[0]['onChoose'] = (elements, parameters) => {
    onClose()
    deeds.addFrom(elements, parameters, holder, at)
  }
  const parts = [...new Set(offers.map(({ part }) => part))]
  return (
    <Dialog isOpen isWide title="Ajouter une question" closeText="Annuler" onClose={onClose}>
      <Tabs
        label="D’où elle vient"
        tabs={[
          { name: 'types', title: 'Nouvelle' },
          { name: 'library', title: 'Bibliothèque' },
          { name: 'other', title: 'Un autre questionnaire' },
        ]}
        chosen={tab}
        onChoose={setTab}
      >
        {tab === 'types' ? (
          parts.map((part) => (
            <section key={part} className="type-part">
              <h3>{part}</h3>
              <ul>
                {offers
                  .filter((offer) => offer.part === part)
                  .map(({ name, title, help, isPictured }) => (
                    <li key={title}>
                      <button
                        type="button"
                        className="tile-button"
                        onClick={() => {
                          onClose()
                          deeds.add(name, holder, at, isPictured)
                        }}
                      >
                        <b>{title}</b>
                        <small>{help}</small>
                      </button>
                    </li>
                  ))}
              </ul>
            </section>
          ))
        ) : (
          <Suspense fallback={<Skeleton />}>
            {tab === 'library' ? (
              <Library isInRow={isInRow} onChoose={addFrom} />
            ) : (
              <OtherQuestionnaire slug={questionnaire.slug} isInRow={isInRow} onChoose={addFrom} />
            )}
          </Suspense>
        )}
      </Tabs>
    </Dialog>
  )
}
