/** Whether a question touches health, safety or vulnerability, and what then protects who answers. */

import { setProperty } from '../../../surveys/edit/elements.ts'
import { type Found, setElement } from '../../../surveys/edit/places.ts'
import { rowOf } from '../../../surveys/types/catalogue.ts'
import { Field } from '../../parts/staff/Field.tsx'
import { named } from '../draft/named.ts'
import type { DraftRoom } from '../draft/useDraft.ts'

const bases = [
  'Consentement donné à cette question',
  'Consentement explicite (article 9.2.a du RGPD)',
  'Mission d’intérêt public de la collectivité',
]

export function Sensitivity({ room, found }: { room: DraftRoom; found: Found }) {
  const { element, path } = found
  const isSensitive = element.sensitivity === 'sensitive'
  const mayRefuse = Object.hasOwn(rowOf(element)?.properties ?? {}, 'showRefuseItem')
  const set = (isNow: boolean) =>
    room.change(`Sensibilité de ${named(room.questionnaire, path)}`, (draft) =>
      setElement(draft, path, ({ isRequired: _, requiredIf: __, ...before }) => ({
        ...before,
        ...(isNow ? {} : { isRequired: element.isRequired, requiredIf: element.requiredIf }),
        type: element.type,
        name: element.name,
        sensitivity: isNow ? 'sensitive' : 'ordinary',
        ...(isNow && mayRefuse ? { showRefuseItem: true } : {}),
      })),
    )
  return (
    <section aria-label="Sensibilité">
      <h3>Sensibilité</h3>
      <label className="tick">
        <input
          type="checkbox"
          checked={isSensitive}
          disabled={room.isReadOnly}
          onChange={({ target }) => set(target.checked)}
        />
        <span>
          Question sensible
          <small>Santé, handicap, sécurité, fragilité. Elle reste libre et offre de ne pas répondre.</small>
        </span>
      </label>
      {isSensitive && (
        <Field label="Base légale" help="Ce qui autorise à la poser.">
          {(props) => (
            <>
              <input
                {...props}
                className="field"
                list={`${props.id}-bases`}
                value={typeof element.legalBasis === 'string' ? element.legalBasis : ''}
                readOnly={room.isReadOnly}
                onChange={({ target }) =>
                  room.change(`Base légale de ${named(room.questionnaire, path)}`, (draft) =>
                    setProperty(draft, path, 'legalBasis', target.value || undefined),
                  )
                }
              />
              <datalist id={`${props.id}-bases`}>
                {bases.map((basis) => (
                  <option key={basis} value={basis} />
                ))}
              </datalist>
            </>
          )}
        </Field>
      )}
      <p className="form-help">{readBy(element.role, isSensitive)}</p>
    </section>
  )
}

/** Who sees the answers to it, as the analysis treats them. */
function readBy(role: unknown, isSensitive: boolean): string {
  if (role === 'commune') return 'Qui la voit\u202f: personne. Elle reste sous clé, seule la zone sert aux chiffres.'
  return isSensitive
    ? 'Qui la voit\u202f: en chiffres de groupe seulement, masqués quand le groupe est petit.'
    : 'Qui la voit\u202f: les personnes chargées de l’analyse, puis tous en chiffres de groupe.'
}
