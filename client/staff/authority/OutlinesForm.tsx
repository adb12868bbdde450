/** Outlines of the communes: a GeoJSON file the staff give, with its source and its licence. */
import { Field, Submit, TextField } from '../../parts/staff/Field.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { notify } from '../../parts/staff/Toasts.tsx'
import { bindFields, submits, useSaving, useTyped } from '../../parts/staff/useSaving.ts'

export function OutlinesForm() {
  const [typed, change] = useTyped({ text: '', source: '', licence: '' })
  const [errors, saving] = useSaving()
  const field = bindFields(typed, change, errors)
  const send = () => {
    return saving(async () => {
      await call('PUT /api/authority/outlines', { body: typed })
      notify('Les contours sont enregistrés : les cartes s’en servent.')
    })
  }
  return (
    <details className="notice">
      <summary>Donner les contours des communes, pour la carte des zones</summary>
      <form className="form" onSubmit={submits(send)}>
        <Field
          label="Fichier GeoJSON"
          help="Un contour par commune, reconnue à son code INSEE, en degrés (WGS 84)."
          error={errors.text}
        >
          {(props) => (
            <input
              {...props}
              className="field"
              type="file"
              accept=".geojson,.json,application/geo+json"
              onChange={async ({ target }) => change({ text: (await target.files?.[0]?.text()) ?? '' })}
            />
          )}
        </Field>
        <TextField
          label="Source"
          help="Écrite sous chaque carte, par exemple « IGN Admin Express 2025 »."
          {...field('source')}
        />
        <TextField label="Licence" help="Par exemple « Licence Ouverte 2.0 »." {...field('licence')} />
        <Submit>Enregistrer les contours</Submit>
      </form>
    </details>
  )
}
