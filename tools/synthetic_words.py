"""What the synthetic voices say, and in which accents: the ten digits, and words that are none."""

DIGITS = {
    "en": ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    "fr": ("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"),
}
# An Indian accent: the English words as Hindi writes them, read by the Hindi voice.
DIGITS_HI = ("ज़ीरो", "वन", "टू", "थ्री", "फ़ोर", "फ़ाइव", "सिक्स", "सेवन", "एट", "नाइन")
OTHERS = {
    "en": (  # noqa: SIM905  a paragraph of words reads better than a list
        "yes no hello computer tennis ball stop go left right up down off house tree bird cat dog happy water "
        "music table window student report network picture sound please thanks mother father school city garden "
        "again because morning pencil paper question answer plus minus ten eleven twelve twenty hundred thousand "
        "open close play record microphone camera heat map okay sorry maybe today people really language number"
    ).split(),
    "fr": (  # noqa: SIM905
        "oui non bonjour ordinateur tennis balle stop gauche droite maison arbre oiseau chat chien heureux eau "
        "musique table jardin élève rapport réseau image son merci madame père école ville papier encore parce "
        "matin crayon langue question réponse plus moins dix onze douze vingt cent mille ouvrir fermer jouer"
    ).split(),
}
MORE_OTHERS = {
    "en": (  # noqa: SIM905
        "about across after apple around basket believe better bottle bridge brother button carry chair children "
        "clean coffee colour corner country danger dinner doctor dollar door double early earth easy english evening "
        "family finger flower forest friend green group guitar hammer heavy history horse hotel island jacket journey "
        "kitchen ladder lemon letter little machine market metal middle minute monday money mountain nature number "
        "office orange parent party people person planet pocket police power problem quarter rabbit river rocket salad "
        "season second shadow shoulder silver sister spring square station summer sunday telephone ticket tomorrow "
        "travel uncle under value village visit voice wednesday weekend winter wonder yellow yesterday zebra"
    ).split(),
    "fr": (  # noqa: SIM905
        "demain hier lundi mardi samedi soleil montagne rivière cheval lapin pomme orange bouteille chaise fenêtre "
        "porte voiture route lumière ombre voyage pays enfant frère sœur ami docteur police argent marché village "
        "hiver printemps automne soirée minute heure seconde numéro lettre journal histoire guitare voix parole "
        "épaule main doigt tête cuisine couteau salade fromage beurre sucre café jaune rouge bleu vert noir blanc"
    ).split(),
}
ACCENTS = {
    "en": (
        *(
            "en-us",
            "en-us",
            "en-us",
            "en-gb",
            "en-gb",
            "en-gb-x-rp",
            "en-gb-scotland",
            "en-029",
        ),
        *("en-gb-x-gbclan", "en-gb-x-gbcwmd", "en-us-nyc", "hi", "hi", "hi"),
    ),
    "fr": ("fr", "fr", "fr", "fr-be", "fr-ch"),
}
VARIANTS = (
    *(
        "",
        "f1",
        "f2",
        "f3",
        "f4",
        "f5",
        "m1",
        "m2",
        "m3",
        "m4",
        "m5",
        "m6",
        "m7",
        "m8",
        "Alex",
        "Alicia",
        "Andrea",
    ),
    *(
        "Andy",
        "Annie",
        "Denis",
        "Diogo",
        "Gene",
        "Henrique",
        "Hugo",
        "Jacky",
        "Lee",
        "Marco",
        "Mario",
        "Michael",
    ),
    *(
        "Mike",
        "Nguyen",
        "adam",
        "anika",
        "antonio",
        "aunty",
        "belinda",
        "benjamin",
        "boris",
        "caleb",
        "david",
        "ed",
    ),
    *(
        "edward",
        "grandma",
        "grandpa",
        "gustave",
        "iven",
        "john",
        "linda",
        "marcelo",
        "max",
        "michel",
        "miguel",
    ),
    *(
        "norbert",
        "pablo",
        "paul",
        "pedro",
        "quincy",
        "rob",
        "robert",
        "sandro",
        "shelby",
        "steph",
        "travis",
        "victor",
    ),
    "whisper",
)
