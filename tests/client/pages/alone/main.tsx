/** The page that ours is measured against: the same questionnaire drawn by survey-react-ui alone, as its guide says to. */
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { Model } from 'survey-core'
import { Survey } from 'survey-react-ui'
import 'survey-core/i18n/french'
import 'survey-core/survey-core.css'

const slug = new URLSearchParams(location.search).get('questionnaire')
const { definition } = await (await fetch(`/api/questionnaires/${slug}`)).json()
const model = new Model(definition)
model.locale = 'fr'
createRoot(document.getElementById('app')!).render(createElement(Survey, { model }))
