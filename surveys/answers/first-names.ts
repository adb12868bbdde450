/** First names common in France, without accents. Those that are also everyday words count only with a capital. */

const list = (names: string): ReadonlySet<string> => new Set(names.split(' '))

export const firstNames = list(
  'adam adele adrien agathe aicha alain alban albert alexandra alexandre alexis alice aline alix amandine ambre amelie ' +
    'amina anais anna annabelle anne antoine arnaud arthur audrey aurelie aurelien axel baptiste basile bastien beatrice ' +
    'benjamin benoit bernard bertrand brigitte bruno camille caroline catherine cecile cedric celia celine charlotte ' +
    'chloe christian christine christophe claire clara clemence clement corentin coralie cyril damien daniel david delphine ' +
    'denis diane dominique dylan edouard elena eleonore elias elisa elise elodie eloise elsa emilie emma emmanuel enzo ' +
    'eric estelle esteban ethan etienne eva evan fabien fabrice fanny fatima fatou florence florian francine franck ' +
    'francois francoise frederic gabin gabriel gabrielle gael gaetan geraldine gerard gilles guillaume gustave hamza ' +
    'helene henri hugo ibrahim ines isabelle ismael ivan jacques jean jeanne jeremy jerome joan jonathan jordan josephine ' +
    'julia julian julie julien juliette justine karim karine kevin khadija kylian laetitia laura laurence laurent lea ' +
    'leila lena leo leon leonie lilou lily lina lisa loane lola lorenzo loris louane louis louise louna luc lucas lucie ' +
    'lucien ludovic lya lyam madeleine mael maelle maelys maeva malik malo manon marc margaux margot maria marie marine ' +
    'marion marius martin martine mathieu mathilde mathis matteo matthieu maxence maxime mehdi melanie melina melissa ' +
    'mia michel mickael mila milo mohamed monique morgane myriam nadia nadine nael nathalie nathan nicolas nina noa noam ' +
    'noe noemie nolan nora olivia olivier omar oscar pascal patrice patricia patrick paul pauline philippe quentin rachid ' +
    'raphael rayan regis remi remy rene robin romain romane romeo romy sabine sabrina sacha said salome samir samuel ' +
    'sandra sandrine sara sarah sebastien serge simon sofia soline sonia sophie soraya stephane stephanie suzanne sylvain ' +
    'sylvie tania teo theo theodore thibault thierry thomas tiago tiffany timeo timothee tom tony valentin valentine ' +
    'valerie vanessa veronique victoire vincent virginie wassim william xavier yanis yann yasmine yassine youssef yves ' +
    'yvette yvonne zoe',
)

export const ambiguousNames = list(
  'alba anis aurore blanche capucine celeste charlie clemente constance desire dora eden fleur france gaspard guy hortense ' +
    'iris jade jasmine lou lune luna magali marguerite marthe maya olive pierre prosper rose ruby sol solange victor ' +
    'violette warren',
)
