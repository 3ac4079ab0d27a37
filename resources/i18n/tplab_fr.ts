<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
  <context>
    <name>AboutDialog</name>
    <message>
      <source>A laboratory in which you see neural networks learn, hear and look. Everything stays on this machine: nothing is sent anywhere.</source>
      <translation>Un laboratoire où vous voyez des réseaux de neurones apprendre, écouter et regarder. Tout reste sur cette machine : rien n'est envoyé nulle part.</translation>
    </message>
    <message>
      <source>About TP Lab</source>
      <translation>À propos de TP Lab</translation>
    </message>
    <message>
      <source>Libraries and their licences</source>
      <translation>Bibliothèques et leurs licences</translation>
    </message>
    <message>
      <source>Library</source>
      <translation>Bibliothèque</translation>
    </message>
    <message>
      <source>Licence</source>
      <translation>Licence</translation>
    </message>
    <message>
      <source>Python {python} on {system}. Licence: MIT.</source>
      <translation>Python {python} sur {system}. Licence : MIT.</translation>
    </message>
    <message>
      <source>Sounds, pictures and networks: resources/LICENSES.md and models/README.md.</source>
      <translation>Sons, images et réseaux : resources/LICENSES.md et models/README.md.</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>Version</translation>
    </message>
  </context>
  <context>
    <name>AccuracyBars</name>
    <message>
      <source>Accuracy (%)</source>
      <translation>Exactitude (%)</translation>
    </message>
    <message>
      <source>Accuracy by each split</source>
      <translation>Exactitude selon chaque répartition</translation>
    </message>
    <message>
      <source>Bar: clips of the test part that are named rightly. Whisker: 95 % interval (Wilson). Dots: each speaker held back alone. Dashed line: guessing. A pale bar is not finished.</source>
      <translation>Barre : enregistrements de test reconnus. Moustache : intervalle à 95 % (Wilson). Points : chaque locuteur mis de côté seul. Ligne tiretée : au hasard. Une barre pâle n’est pas terminée.</translation>
    </message>
  </context>
  <context>
    <name>AdaptPanel</name>
    <message>
      <source>95 % interval: {low:.0f} to {high:.0f} %</source>
      <translation>Intervalle à 95 % : de {low:.0f} à {high:.0f} %</translation>
    </message>
    <message>
      <source>Adapt to my voice</source>
      <translation>Adapter à ma voix</translation>
    </message>
    <message>
      <source>Back to the shipped network</source>
      <translation>Revenir au réseau fourni</translation>
    </message>
    <message>
      <source>Better</source>
      <translation>Mieux</translation>
    </message>
    <message>
      <source>Built-in voices</source>
      <translation>Voix fournies</translation>
    </message>
    <message>
      <source>Delete the adapted network; the shipped one was never changed</source>
      <translation>Supprimer le réseau adapté ; le réseau fourni n’a jamais été modifié</translation>
    </message>
    <message>
      <source>Learned from {count} takes in {seconds:.0f} s.</source>
      <translation>Appris de {count} prises en {seconds:.0f} s.</translation>
    </message>
    <message>
      <source>No difference on the takes that were held back.</source>
      <translation>Aucune différence sur les prises mises de côté.</translation>
    </message>
    <message>
      <source>Progress of the adaptation</source>
      <translation>Avancement de l’adaptation</translation>
    </message>
    <message>
      <source>Record at least two takes of each digit first; three or more are better.</source>
      <translation>Enregistrez d’abord au moins deux prises de chaque chiffre ; trois ou plus valent mieux.</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Arrêter</translation>
    </message>
    <message>
      <source>Stop; nothing is changed</source>
      <translation>Arrêter ; rien n’est modifié</translation>
    </message>
    <message>
      <source>Takes some seconds; can be undone</source>
      <translation>Prend quelques secondes ; peut être annulé</translation>
    </message>
    <message>
      <source>The Digits tab hears with the network that knows your voice, and says so</source>
      <translation>L’onglet Chiffres écoute avec le réseau qui connaît votre voix, et il le dit</translation>
    </message>
    <message>
      <source>The network that hears digits goes on learning for a few seconds, from two thirds of your recordings in this language. The other third tests it. The shipped network itself is not changed.</source>
      <translation>Le réseau qui entend les chiffres continue d’apprendre quelques secondes, avec deux tiers de vos enregistrements dans cette langue. L’autre tiers le teste. Le réseau fourni lui-même n’est pas modifié.</translation>
    </message>
    <message>
      <source>Use the adapted network</source>
      <translation>Utiliser le réseau adapté</translation>
    </message>
    <message>
      <source>Worse</source>
      <translation>Moins bien</translation>
    </message>
    <message>
      <source>Your takes, held back</source>
      <translation>Vos prises mises de côté</translation>
    </message>
    <message>
      <source>Your voice is understood better (p = {p:.3f}).</source>
      <translation>Votre voix est mieux comprise (p = {p:.3f}).</translation>
    </message>
    <message>
      <source>Your voice is understood less well (p = {p:.3f}).</source>
      <translation>Votre voix est moins bien comprise (p = {p:.3f}).</translation>
    </message>
    <message>
      <source>after</source>
      <translation>après</translation>
    </message>
    <message>
      <source>before</source>
      <translation>avant</translation>
    </message>
    <message>
      <source>{change}, but not established: with {count} takes held back chance may do as much (p = {p:.2f}). Record more to know.</source>
      <translation>{change}, mais non établi : avec {count} prises mises de côté, le hasard peut en faire autant (p = {p:.2f}). Enregistrez-en plus pour le savoir.</translation>
    </message>
  </context>
  <context>
    <name>AdjustPanel</name>
    <message>
      <source>Change the picture</source>
      <translation>Modifier l'image</translation>
    </message>
    <message>
      <source>Changes at work: {count}. R takes them back.</source>
      <translation>Modifications actives : {count}. R les annule.</translation>
    </message>
    <message>
      <source>Light, colour, geometry and quality of the picture before the network sees it.</source>
      <translation>Lumière, couleur, géométrie et qualité de l'image avant que le réseau ne la voie.</translation>
    </message>
    <message>
      <source>Reset all (R)</source>
      <translation>Tout annuler (R)</translation>
    </message>
    <message>
      <source>Show the picture as it is.</source>
      <translation>Montrer l'image telle quelle.</translation>
    </message>
  </context>
  <context>
    <name>AdjustSlider</name>
    <message>
      <source>Take back: {name}</source>
      <translation>Annuler : {name}</translation>
    </message>
    <message>
      <source>{name}, exact value</source>
      <translation>{name}, valeur exacte</translation>
    </message>
  </context>
  <context>
    <name>AnswerPanel</name>
    <message>
      <source>Both</source>
      <translation>Les deux</translation>
    </message>
    <message>
      <source>Fusion</source>
      <translation>Fusion</translation>
    </message>
    <message>
      <source>How much the image counts against the sound when both are combined</source>
      <translation>Le poids de l'image face au son quand les deux sont combinés</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>Image</translation>
    </message>
    <message>
      <source>Sound</source>
      <translation>Son</translation>
    </message>
    <message>
      <source>Trust in the image, percent</source>
      <translation>Confiance dans l'image, en pour cent</translation>
    </message>
    <message>
      <source>attention: image {image} % · sound {sound} %</source>
      <translation>attention : image {image} % · son {sound} %</translation>
    </message>
    <message>
      <source>draw a digit, say it, or do both at once</source>
      <translation>dessinez un chiffre, dites-le, ou faites les deux à la fois</translation>
    </message>
    <message>
      <source>image</source>
      <translation>image</translation>
    </message>
    <message>
      <source>nothing drawn yet</source>
      <translation>rien n'est encore dessiné</translation>
    </message>
    <message>
      <source>nothing heard yet</source>
      <translation>rien n'a encore été entendu</translation>
    </message>
    <message>
      <source>sound</source>
      <translation>son</translation>
    </message>
    <message>
      <source>trusts: image alone, nothing was heard</source>
      <translation>confiance : image seule (aucun son)</translation>
    </message>
    <message>
      <source>trusts: image {image} % · sound {sound} %</source>
      <translation>confiance : image {image} % · son {sound} %</translation>
    </message>
    <message>
      <source>trusts: sound alone, nothing is drawn</source>
      <translation>confiance : son seul (aucun dessin)</translation>
    </message>
    <message>
      <source>trusts: what the network learned</source>
      <translation>confiance : ce que le réseau a appris</translation>
    </message>
    <message>
      <source>trusts: whoever is surer, at a tie</source>
      <translation>confiance : le plus sûr si égalité</translation>
    </message>
  </context>
  <context>
    <name>BoxView</name>
    <message>
      <source>Draw a box around the object: with the mouse, or with the arrow keys (Shift changes its size, Delete takes it away).</source>
      <translation>Tracez un cadre autour de l’objet : à la souris, ou avec les flèches (Maj change sa taille, Suppr l’enlève).</translation>
    </message>
  </context>
  <context>
    <name>ClipExport</name>
    <message>
      <source>Export</source>
      <translation>Exporter</translation>
    </message>
    <message>
      <source>Pictures as a drawing (SVG)…</source>
      <translation>Images en dessin vectoriel (SVG)…</translation>
    </message>
    <message>
      <source>Pictures as a page (PDF)…</source>
      <translation>Images en page (PDF)…</translation>
    </message>
    <message>
      <source>Pictures for paper (PNG)…</source>
      <translation>Images pour le papier (PNG)…</translation>
    </message>
    <message>
      <source>Save the two pictures or the table (Ctrl+E)</source>
      <translation>Enregistrer les deux images ou le tableau (Ctrl+E)</translation>
    </message>
    <message>
      <source>Table (CSV)…</source>
      <translation>Tableau (CSV)…</translation>
    </message>
  </context>
  <context>
    <name>ClipPlayer</name>
    <message>
      <source>Begin again at the end, until stopped (L)</source>
      <translation>Recommencer à la fin, jusqu’à l’arrêt (L)</translation>
    </message>
    <message>
      <source>Loop</source>
      <translation>Boucle</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>Écouter</translation>
    </message>
    <message>
      <source>Play this sound, or the part of it that is chosen, or stop it (P)</source>
      <translation>Jouer ce son, ou la partie choisie, ou l’arrêter (P)</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Arrêter</translation>
    </message>
  </context>
  <context>
    <name>ClipPlots</name>
    <message>
      <source>Amplitude</source>
      <translation>Amplitude</translation>
    </message>
    <message>
      <source>Frequency (Hz)</source>
      <translation>Fréquence (Hz)</translation>
    </message>
    <message>
      <source>Level (dB)</source>
      <translation>Niveau (dB)</translation>
    </message>
    <message>
      <source>Sample</source>
      <translation>Échantillon</translation>
    </message>
    <message>
      <source>Time (s)</source>
      <translation>Temps (s)</translation>
    </message>
  </context>
  <context>
    <name>ClipTable</name>
    <message>
      <source>Channels in the file</source>
      <translation>Canaux du fichier</translation>
    </message>
    <message>
      <source>Duration</source>
      <translation>Durée</translation>
    </message>
    <message>
      <source>Facts about the clip (table 1)</source>
      <translation>Données de l’extrait (tableau 1)</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Fichier</translation>
    </message>
    <message>
      <source>Highest level drawn</source>
      <translation>Niveau maximal dessiné</translation>
    </message>
    <message>
      <source>Largest sample</source>
      <translation>Plus grand échantillon</translation>
    </message>
    <message>
      <source>Lowest level drawn</source>
      <translation>Niveau minimal dessiné</translation>
    </message>
    <message>
      <source>Mean level (RMS)</source>
      <translation>Niveau moyen (RMS)</translation>
    </message>
    <message>
      <source>Sample rate</source>
      <translation>Fréq. d’échantillonnage</translation>
    </message>
    <message>
      <source>Smallest sample</source>
      <translation>Plus petit échantillon</translation>
    </message>
    <message>
      <source>Spectrogram of the report</source>
      <translation>Spectrogramme du rapport</translation>
    </message>
    <message>
      <source>Spectrogram, as drawn</source>
      <translation>Spectrogramme dessiné</translation>
    </message>
    <message>
      <source>Stored as</source>
      <translation>Codage</translation>
    </message>
    <message>
      <source>Waveform</source>
      <translation>Forme d’onde</translation>
    </message>
  </context>
  <context>
    <name>ClipView</name>
    <message>
      <source>  |  {hz:.0f} Hz</source>
      <translation>  |  {hz:.0f} Hz</translation>
    </message>
    <message>
      <source> · band {band}</source>
      <translation> · bande {band}</translation>
    </message>
    <message>
      <source> · {level:.1f} dB</source>
      <translation> · {level:.1f} dB</translation>
    </message>
    <message>
      <source>A sound of {length:.2f} seconds, loudest sample {peak:.0%} of full scale.</source>
      <translation>Un son de {length:.2f} secondes, échantillon le plus fort à {peak:.0%} de la pleine échelle.</translation>
    </message>
    <message>
      <source>Chosen: {part} (Esc lets go)</source>
      <translation>Choisi : {part} (Échap pour oublier)</translation>
    </message>
    <message>
      <source>Point to read, drag to choose what is played.</source>
      <translation>Pointez pour lire, glissez pour choisir ce qui est joué.</translation>
    </message>
    <message>
      <source>Waveform and mel spectrogram</source>
      <translation>Forme d'onde et spectrogramme mel</translation>
    </message>
    <message>
      <source>Wheel: zoom in time (with Ctrl in frequency). Drag in the waveform: choose a span; in the spectrogram: a band. Shift and drag: move. Arrow keys: the cursor, with Shift they choose. + and -: zoom, F: all of it.</source>
      <translation>Molette : zoom en temps (avec Ctrl en fréquence). Glisser dans la forme d’onde : choisir un intervalle ; dans le spectrogramme : une bande. Maj et glisser : déplacer. Flèches : le curseur, avec Maj elles choisissent. + et - : zoom, F : tout.</translation>
    </message>
    <message>
      <source>above {low:.0f} Hz</source>
      <translation>au-dessus de {low:.0f} Hz</translation>
    </message>
    <message>
      <source>{low:.0f} to {high:.0f} Hz</source>
      <translation>{low:.0f} à {high:.0f} Hz</translation>
    </message>
    <message>
      <source>{start:.3f} to {end:.3f} s</source>
      <translation>{start:.3f} à {end:.3f} s</translation>
    </message>
    <message>
      <source>{time:.4f} s · sample {sample} · {amplitude:+.3f}</source>
      <translation>{time:.4f} s · échantillon {sample} · {amplitude:+.3f}</translation>
    </message>
  </context>
  <context>
    <name>CompareDialog</name>
    <message>
      <source>Best epoch</source>
      <translation>Meilleure époque</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <source>Compare runs</source>
      <translation>Comparer des essais</translation>
    </message>
    <message>
      <source>Data</source>
      <translation>Données</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Matériel</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>Époques</translation>
    </message>
    <message>
      <source>Experiment</source>
      <translation>Expérience</translation>
    </message>
    <message>
      <source>Last test loss (nats)</source>
      <translation>Dernière perte de test (nats)</translation>
    </message>
    <message>
      <source>Last train loss (nats)</source>
      <translation>Dernière perte d'apprentissage (nats)</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>Taux d'appr.</translation>
    </message>
    <message>
      <source>Lowest test loss (nats)</source>
      <translation>Perte de test la plus basse (nats)</translation>
    </message>
    <message>
      <source>Right at the end (%)</source>
      <translation>Exactitude à la fin (%)</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Graine</translation>
    </message>
    <message>
      <source>Setup</source>
      <translation>Variante</translation>
    </message>
    <message>
      <source>Show all parameters, not only those in which the runs differ</source>
      <translation>Montrer tous les paramètres, et non seulement ceux qui diffèrent d'un essai à l'autre</translation>
    </message>
    <message>
      <source>Show what is equal too</source>
      <translation>Montrer aussi ce qui est égal</translation>
    </message>
    <message>
      <source>Test batch</source>
      <translation>Lot de test</translation>
    </message>
    <message>
      <source>The best of these runs</source>
      <translation>Le meilleur de ces essais</translation>
    </message>
    <message>
      <source>The runs differ in {n} parameters.</source>
      <translation>Nombre de paramètres qui diffèrent d'un essai à l'autre : {n}.</translation>
    </message>
    <message>
      <source>The runs have the same parameters.</source>
      <translation>Les essais ont les mêmes paramètres.</translation>
    </message>
    <message>
      <source>no</source>
      <translation>non</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>oui</translation>
    </message>
  </context>
  <context>
    <name>CompareForm</name>
    <message>
      <source>A second network beside the first, map by map.</source>
      <translation>Un deuxième réseau à côté du premier, carte par carte.</translation>
    </message>
    <message>
      <source>Asks the network again with parts of the picture hidden: a second or more for each map.</source>
      <translation>Interroge à nouveau le réseau en cachant des parties de l’image : une seconde ou plus par carte.</translation>
    </message>
    <message>
      <source>Class</source>
      <translation>Classe</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Comparer</translation>
    </message>
    <message>
      <source>Compute every map (Ctrl+Return).</source>
      <translation>Calculer toutes les cartes (Ctrl+Entrée).</translation>
    </message>
    <message>
      <source>End it; the maps that are there stay (Esc).</source>
      <translation>Arrêter ; les cartes déjà là restent (Échap).</translation>
    </message>
    <message>
      <source>From “Look”</source>
      <translation>De « Regarder »</translation>
    </message>
    <message>
      <source>Keep as “before”</source>
      <translation>Garder comme « avant »</translation>
    </message>
    <message>
      <source>Measure the quality</source>
      <translation>Mesurer la qualité</translation>
    </message>
    <message>
      <source>Methods</source>
      <translation>Méthodes</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>Réseau</translation>
    </message>
    <message>
      <source>Open a picture (Ctrl+O).</source>
      <translation>Ouvrir une image (Ctrl+O).</translation>
    </message>
    <message>
      <source>Open…</source>
      <translation>Ouvrir…</translation>
    </message>
    <message>
      <source>Picture to compare on</source>
      <translation>Image de la comparaison</translation>
    </message>
    <message>
      <source>Pictures to try.</source>
      <translation>Des images à essayer.</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Progression</translation>
    </message>
    <message>
      <source>Samples</source>
      <translation>Exemples</translation>
    </message>
    <message>
      <source>Second network</source>
      <translation>Deuxième réseau</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Arrêter</translation>
    </message>
    <message>
      <source>Take the picture of the page Look.</source>
      <translation>Prendre l’image de la page Regarder.</translation>
    </message>
    <message>
      <source>The maps of now stay on the left while you change something; the new ones come beside them.</source>
      <translation>Les cartes actuelles restent à gauche pendant que vous changez quelque chose ; les nouvelles viennent à côté.</translation>
    </message>
    <message>
      <source>Which methods are compared.</source>
      <translation>Les méthodes à comparer.</translation>
    </message>
    <message>
      <source>beside</source>
      <translation>à côté</translation>
    </message>
    <message>
      <source>no second network</source>
      <translation>pas de deuxième</translation>
    </message>
    <message>
      <source>{count} methods</source>
      <translation>{count} méthodes</translation>
    </message>
  </context>
  <context>
    <name>ComparePage</name>
    <message>
      <source>All files</source>
      <translation>Tous les fichiers</translation>
    </message>
    <message>
      <source>Choose a picture first.</source>
      <translation>Choisissez d’abord une image.</translation>
    </message>
    <message>
      <source>Open a picture</source>
      <translation>Ouvrir une image</translation>
    </message>
    <message>
      <source>Pictures</source>
      <translation>Images</translation>
    </message>
    <message>
      <source>The method before is still ending; press Compare again.</source>
      <translation>La méthode précédente se termine encore ; appuyez de nouveau sur Comparer.</translation>
    </message>
    <message>
      <source>The network is being loaded…</source>
      <translation>Chargement du réseau…</translation>
    </message>
    <message>
      <source>before</source>
      <translation>avant</translation>
    </message>
    <message>
      <source>now</source>
      <translation>maintenant</translation>
    </message>
    <message>
      <source>{method}: computing…</source>
      <translation>{method} : calcul…</translation>
    </message>
    <message>
      <source>{method}: measuring…</source>
      <translation>{method} : mesure…</translation>
    </message>
  </context>
  <context>
    <name>ConflictMatrix</name>
    <message>
      <source>Who wins when image and sound disagree</source>
      <translation>Qui l’emporte quand image et son se contredisent</translation>
    </message>
    <message>
      <source>the image shows</source>
      <translation>l’image montre</translation>
    </message>
    <message>
      <source>the sound says</source>
      <translation>le son dit</translation>
    </message>
    <message>
      <source>{drawn} is drawn, {said} is said</source>
      <translation>{drawn} est dessiné, {said} est dit</translation>
    </message>
  </context>
  <context>
    <name>ConfusionView</name>
    <message>
      <source>Confusion matrix</source>
      <translation>Matrice de confusion</translation>
    </message>
    <message>
      <source>Named rightly: {shares}</source>
      <translation>Bien reconnus : {shares}</translation>
    </message>
    <message>
      <source>right</source>
      <translation>juste</translation>
    </message>
    <message>
      <source>{count} pictures of a {true} were taken for a {guess}.</source>
      <translation>{count} images d'un {true} ont été prises pour un {guess}.</translation>
    </message>
  </context>
  <context>
    <name>CrashDialog</name>
    <message>
      <source>Copy the details</source>
      <translation>Copier les détails</translation>
    </message>
    <message>
      <source>Details: {line}</source>
      <translation>Détails : {line}</translation>
    </message>
    <message>
      <source>Log: {path}</source>
      <translation>Journal : {path}</translation>
    </message>
    <message>
      <source>Something unexpected happened</source>
      <translation>Quelque chose d'inattendu s'est produit</translation>
    </message>
    <message>
      <source>There is no log on this machine.</source>
      <translation>Il n'y a pas de journal sur cette machine.</translation>
    </message>
    <message>
      <source>This is a fault of TP Lab, not yours. You can go on; if a tab no longer answers, close the lab and start it again. To report it, copy the details below.</source>
      <translation>C'est un défaut de TP Lab, pas de votre faute. Vous pouvez continuer ; si un onglet ne répond plus, fermez le labo et relancez-le. Pour le signaler, copiez les détails ci-dessous.</translation>
    </message>
  </context>
  <context>
    <name>CurveBands</name>
    <message>
      <source>{name}: mean test loss of {n} runs; band: lowest to highest</source>
      <translation>{name} : perte de test moyenne de {n} essais ; bande : de la plus basse à la plus haute</translation>
    </message>
  </context>
  <context>
    <name>CurveBar</name>
    <message>
      <source>Logarithmic loss axis: shows small losses</source>
      <translation>Axe de perte logarithmique : montre les petites pertes</translation>
    </message>
    <message>
      <source>Mean over the epoch, while learning, with dropout active</source>
      <translation>Perte d'apprentissage : moyenne sur l'époque, avec le dropout actif</translation>
    </message>
    <message>
      <source>Measured again after the epoch, without dropout, on at most 10,000 pictures</source>
      <translation>Perte d'apprentissage remesurée après l'époque, sans dropout, sur 10 000 images au plus</translation>
    </message>
    <message>
      <source>On pictures the network does not learn from</source>
      <translation>Perte de test : sur des images dont le réseau n'apprend pas</translation>
    </message>
    <message>
      <source>Show all of every curve and follow them again</source>
      <translation>Montrer chaque courbe en entier et les suivre de nouveau</translation>
    </message>
    <message>
      <source>Test curves only, of all runs shown (figure 6)</source>
      <translation>Courbes de test seules, de tous les essais affichés (figure 6)</translation>
    </message>
    <message>
      <source>The loss axis begins at 0; otherwise at the lowest loss shown, which makes differences larger</source>
      <translation>L'axe de la perte part de 0 ; sinon de la plus petite perte affichée, ce qui agrandit les différences</translation>
    </message>
    <message>
      <source>Train curves only, of all runs shown (figure 5)</source>
      <translation>Courbes d'apprentissage seules, de tous les essais affichés (figure 5)</translation>
    </message>
    <message>
      <source>Train loss of each batch, as it is learnt from</source>
      <translation>Perte d'apprentissage de chaque lot, au fur et à mesure</translation>
    </message>
    <message>
      <source>batches</source>
      <translation>lots</translation>
    </message>
    <message>
      <source>fit</source>
      <translation>ajuster</translation>
    </message>
    <message>
      <source>from 0</source>
      <translation>depuis 0</translation>
    </message>
    <message>
      <source>log</source>
      <translation>log</translation>
    </message>
    <message>
      <source>re-measured</source>
      <translation>remesurée</translation>
    </message>
    <message>
      <source>test</source>
      <translation>test</translation>
    </message>
    <message>
      <source>train</source>
      <translation>appr.</translation>
    </message>
  </context>
  <context>
    <name>CurveExport</name>
    <message>
      <source>Best weights of the chosen run (safetensors)…</source>
      <translation>Meilleurs poids de l'essai choisi (safetensors)…</translation>
    </message>
    <message>
      <source>Curves as a drawing (SVG)…</source>
      <translation>Courbes en dessin (SVG)…</translation>
    </message>
    <message>
      <source>Curves as a page (PDF)…</source>
      <translation>Courbes en page (PDF)…</translation>
    </message>
    <message>
      <source>Curves as a picture (PNG)…</source>
      <translation>Courbes en image (PNG)…</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Exporter</translation>
    </message>
    <message>
      <source>Export all figures</source>
      <translation>Exporter toutes les figures</translation>
    </message>
    <message>
      <source>Export all figures…</source>
      <translation>Exporter toutes les figures…</translation>
    </message>
    <message>
      <source>Figures 1 to 6 and 9 of the ticked runs as PNG, SVG and PDF, and both tables, into a folder</source>
      <translation>Figures 1 à 6 et 9 des essais cochés en PNG, SVG et PDF, et les deux tableaux, dans un dossier</translation>
    </message>
    <message>
      <source>Numbers of the ticked runs (CSV)…</source>
      <translation>Nombres des essais cochés (CSV)…</translation>
    </message>
    <message>
      <source>Save figures, the table of runs or the weights (Ctrl+E)</source>
      <translation>Enregistrer les figures, le tableau des essais ou les poids (Ctrl+E)</translation>
    </message>
    <message>
      <source>Table of all runs (CSV)…</source>
      <translation>Tableau de tous les essais (CSV)…</translation>
    </message>
  </context>
  <context>
    <name>CurvePlot</name>
    <message>
      <source>Curves of loss and accuracy</source>
      <translation>Courbes de la perte et de l'exactitude</translation>
    </message>
    <message>
      <source>accuracy (%)</source>
      <translation>exactitude (%)</translation>
    </message>
    <message>
      <source>epoch</source>
      <translation>époque</translation>
    </message>
    <message>
      <source>loss (nats per example)</source>
      <translation>perte (nats par exemple)</translation>
    </message>
  </context>
  <context>
    <name>CurveReadout</name>
    <message>
      <source>Epoch {number}</source>
      <translation>Époque {number}</translation>
    </message>
    <message>
      <source>and {n} more runs</source>
      <translation>et {n} autres essais</translation>
    </message>
    <message>
      <source>batch at {epoch}</source>
      <translation>lot à {epoch}</translation>
    </message>
    <message>
      <source>re-measured</source>
      <translation>remesurée</translation>
    </message>
    <message>
      <source>smoothed</source>
      <translation>lissé</translation>
    </message>
    <message>
      <source>test</source>
      <translation>test</translation>
    </message>
    <message>
      <source>test accuracy</source>
      <translation>exactitude de test</translation>
    </message>
    <message>
      <source>train</source>
      <translation>apprentissage</translation>
    </message>
  </context>
  <context>
    <name>CurveWords</name>
    <message>
      <source>And {n} more runs.</source>
      <translation>Et {n} autres essais.</translation>
    </message>
    <message>
      <source>No curve is shown.</source>
      <translation>Aucune courbe n'est affichée.</translation>
    </message>
    <message>
      <source>{name}: no epoch is finished yet.</source>
      <translation>{name} : aucune époque n'est encore terminée.</translation>
    </message>
    <message>
      <source>{name}: {n} epochs. Test loss: first {first:.4f}, lowest {lowest:.4f} at epoch {best}, last {last:.4f} nats. Train loss at the end: {train:.4f} nats. Test accuracy at the end: {accuracy:.2f} %.</source>
      <translation>{name} : {n} époques. Perte de test : d'abord {first:.4f}, au plus bas {lowest:.4f} à l'époque {best}, à la fin {last:.4f} nats. Perte d'apprentissage à la fin : {train:.4f} nats. Exactitude de test à la fin : {accuracy:.2f} %.</translation>
    </message>
  </context>
  <context>
    <name>DataChoice</name>
    <message>
      <source>A folder…</source>
      <translation>Un dossier…</translation>
    </message>
    <message>
      <source>AudioMNIST (30,000 spoken digits)</source>
      <translation>AudioMNIST (30 000 chiffres parlés)</translation>
    </message>
    <message>
      <source>Data</source>
      <translation>Données</translation>
    </message>
    <message>
      <source>FSDD (3,000 spoken digits)</source>
      <translation>FSDD (3 000 chiffres parlés)</translation>
    </message>
    <message>
      <source>Folder of pictures, one sub-folder for each class</source>
      <translation>Dossier d'images, un sous-dossier par classe</translation>
    </message>
    <message>
      <source>Folder of spoken digits</source>
      <translation>Dossier de chiffres parlés</translation>
    </message>
    <message>
      <source>MNIST (70,000 digits)</source>
      <translation>MNIST (70 000 chiffres)</translation>
    </message>
    <message>
      <source>Small digits (built in)</source>
      <translation>Petits chiffres (intégrés)</translation>
    </message>
    <message>
      <source>Spoken digits (built in)</source>
      <translation>Chiffres parlés (intégrés)</translation>
    </message>
    <message>
      <source>The handwritten digits to learn from</source>
      <translation>Les chiffres manuscrits dont le réseau apprend</translation>
    </message>
    <message>
      <source>The spoken digits to learn from</source>
      <translation>Les chiffres parlés dont le réseau apprend</translation>
    </message>
    <message>
      <source>Your own recordings</source>
      <translation>Vos enregistrements</translation>
    </message>
  </context>
  <context>
    <name>DataName</name>
    <message>
      <source>built-in digits</source>
      <translation>chiffres intégrés</translation>
    </message>
    <message>
      <source>built-in voices</source>
      <translation>voix intégrées</translation>
    </message>
    <message>
      <source>own recordings</source>
      <translation>vos enregistrements</translation>
    </message>
  </context>
  <context>
    <name>DataSet</name>
    <message>
      <source>1,797 digits of 8x8 pixels written by 43 people: E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, UCI 1998, as in scikit-learn's load_digits; enlarged to 28x28 by the lab</source>
      <translation>1 797 chiffres de 8x8 pixels écrits par 43 personnes : E. Alpaydin et C. Kaynak, Optical Recognition of Handwritten Digits, UCI 1998, comme dans load_digits de scikit-learn ; agrandis à 28x28 par le labo</translation>
    </message>
    <message>
      <source>15 voices of the speech synthesiser espeak-ng, made by tools/make_spoken_set.py</source>
      <translation>15 voix du synthétiseur de parole espeak-ng, faites par tools/make_spoken_set.py</translation>
    </message>
    <message>
      <source>AudioMNIST</source>
      <translation>AudioMNIST</translation>
    </message>
    <message>
      <source>CC BY 4.0</source>
      <translation>CC BY 4.0</translation>
    </message>
    <message>
      <source>Free Spoken Digit Dataset</source>
      <translation>Free Spoken Digit Dataset</translation>
    </message>
    <message>
      <source>Handwritten digits that ship</source>
      <translation>Chiffres manuscrits fournis</translation>
    </message>
    <message>
      <source>MIT</source>
      <translation>MIT</translation>
    </message>
    <message>
      <source>MIT, as the lab</source>
      <translation>MIT, comme le labo</translation>
    </message>
    <message>
      <source>MNIST handwritten digits</source>
      <translation>Chiffres manuscrits MNIST</translation>
    </message>
    <message>
      <source>Recorded on this computer</source>
      <translation>Enregistrés sur cet ordinateur</translation>
    </message>
    <message>
      <source>S. Becker et al., AudioMNIST, arXiv:1807.03418</source>
      <translation>S. Becker et al., AudioMNIST, arXiv:1807.03418</translation>
    </message>
    <message>
      <source>Spoken digits that ship, English and French</source>
      <translation>Chiffres parlés fournis (en, fr)</translation>
    </message>
    <message>
      <source>Your own recordings</source>
      <translation>Vos enregistrements</translation>
    </message>
    <message>
      <source>yours</source>
      <translation>la vôtre</translation>
    </message>
  </context>
  <context>
    <name>DataTab</name>
    <message>
      <source>Data</source>
      <translation>Données</translation>
    </message>
    <message>
      <source>Explore</source>
      <translation>Explorer</translation>
    </message>
    <message>
      <source>Record</source>
      <translation>Enregistrer</translation>
    </message>
    <message>
      <source>Splits</source>
      <translation>Répartitions</translation>
    </message>
    <message>
      <source>Statistics</source>
      <translation>Statistiques</translation>
    </message>
  </context>
  <context>
    <name>DiagramCanvas</name>
    <message>
      <source>Diagram of the networks</source>
      <translation>Schéma des réseaux</translation>
    </message>
  </context>
  <context>
    <name>DigitProgress</name>
    <message>
      <source>Recordings of each digit: {counts}</source>
      <translation>Enregistrements de chaque chiffre : {counts}</translation>
    </message>
    <message>
      <source>Recordings of this speaker in this language. A bar is full when all takes asked for are there.</source>
      <translation>Enregistrements de ce locuteur dans cette langue. Une barre est pleine quand toutes les prises demandées sont là.</translation>
    </message>
  </context>
  <context>
    <name>DigitsTab</name>
    <message>
      <source>Digits</source>
      <translation>Chiffres</translation>
    </message>
    <message>
      <source>Draw and say</source>
      <translation>Dessiner et dire</translation>
    </message>
    <message>
      <source>Moments</source>
      <translation>Moments</translation>
    </message>
    <message>
      <source>Study</source>
      <translation>Étude</translation>
    </message>
  </context>
  <context>
    <name>DrawPage</name>
    <message>
      <source>The simulated voice plays instead; plug a microphone in and press Retry.</source>
      <translation>La voix simulée parle à sa place ; branchez un micro et cliquez sur Réessayer.</translation>
    </message>
  </context>
  <context>
    <name>DrawingBar</name>
    <message>
      <source>As the report's tool did: the whole picture, its shape lost.</source>
      <translation>Comme l’outil du rapport : toute l’image, sa forme perdue.</translation>
    </message>
    <message>
      <source>As the report's tool drew: faint heat disappears.</source>
      <translation>Comme dessinait l’outil du rapport : la chaleur faible disparaît.</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Couleurs</translation>
    </message>
    <message>
      <source>Colours of the heat</source>
      <translation>Couleurs de la chaleur</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Copier</translation>
    </message>
    <message>
      <source>Copy the three pictures to the clipboard (Ctrl+C).</source>
      <translation>Copier les trois images dans le presse-papiers (Ctrl+C).</translation>
    </message>
    <message>
      <source>Curve</source>
      <translation>Courbe</translation>
    </message>
    <message>
      <source>Curve, smoothing, layer, preparation, camera.</source>
      <translation>Courbe, lissage, couche, préparation, caméra.</translation>
    </message>
    <message>
      <source>Explains the two scales with the picture that is shown.</source>
      <translation>Explique les deux échelles avec l’image affichée.</translation>
    </message>
    <message>
      <source>Freeze</source>
      <translation>Figer</translation>
    </message>
    <message>
      <source>Hold this picture while you change the rest (F).</source>
      <translation>Garder cette image pendant que vous changez le reste (F).</translation>
    </message>
    <message>
      <source>How strongly the heat covers the picture in the overlay.</source>
      <translation>À quel point la chaleur couvre l'image dans la superposition.</translation>
    </message>
    <message>
      <source>Inferno, magma and viridis grow evenly brighter with heat; jet is the one of the report's figures.</source>
      <translation>Inferno, magma et viridis s'éclaircissent régulièrement avec la chaleur ; jet est celle des figures du compte rendu.</translation>
    </message>
    <message>
      <source>Its own size; the shape is kept.</source>
      <translation>Sa propre taille ; la forme est gardée.</translation>
    </message>
    <message>
      <source>Last map (usual)</source>
      <translation>Dernière carte (habituelle)</translation>
    </message>
    <message>
      <source>Layer whose map is shown</source>
      <translation>Couche dont la carte est montrée</translation>
    </message>
    <message>
      <source>Mirror</source>
      <translation>Miroir</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Plus</translation>
    </message>
    <message>
      <source>Opacity</source>
      <translation>Opacité</translation>
    </message>
    <message>
      <source>Opacity of the heat</source>
      <translation>Opacité de la chaleur</translation>
    </message>
    <message>
      <source>Preparation of the picture</source>
      <translation>Préparation de l’image</translation>
    </message>
    <message>
      <source>Record…</source>
      <translation>Filmer…</translation>
    </message>
    <message>
      <source>Rounder; it invents nothing but looks finer.</source>
      <translation>Plus arrondi ; n’invente rien mais paraît plus fin.</translation>
    </message>
    <message>
      <source>Save the three pictures side by side (Ctrl+E).</source>
      <translation>Enregistrer les trois images côte à côte (Ctrl+E).</translation>
    </message>
    <message>
      <source>Save…</source>
      <translation>Enregistrer…</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>Échelle</translation>
    </message>
    <message>
      <source>Scale of the heat</source>
      <translation>Échelle de la chaleur</translation>
    </message>
    <message>
      <source>Size of the camera's pictures</source>
      <translation>Taille des images de la caméra</translation>
    </message>
    <message>
      <source>Smoothing</source>
      <translation>Lissage</translation>
    </message>
    <message>
      <source>Straight from cell to cell.</source>
      <translation>En ligne droite d’une case à l’autre.</translation>
    </message>
    <message>
      <source>Stretched: the hottest cell of every picture gets the brightest colour, even where the network finds nothing, as the zebra of the report at 0.00 % shows. Absolute: brightness is evidence, the same for every picture; the zebra stays dark.</source>
      <translation>Étirée : la case la plus chaude de chaque image reçoit la couleur la plus vive, même si le réseau ne trouve rien, comme le montre le zèbre du rapport à 0,00 %. Absolue : l’éclat mesure l’indice, de la même façon pour toutes les images ; le zèbre reste sombre.</translation>
    </message>
    <message>
      <source>Swap left and right, as in a mirror.</source>
      <translation>Échanger la gauche et la droite, comme dans un miroir.</translation>
    </message>
    <message>
      <source>The last map knows most about classes and least about places; earlier ones are finer and blinder. A name stands before columns x rows and the number of channels.</source>
      <translation>La dernière carte sait le plus sur les classes et le moins sur les lieux ; les précédentes sont plus fines et plus aveugles. Après le nom : colonnes x lignes et nombre de canaux.</translation>
    </message>
    <message>
      <source>The nearest size that the camera has.</source>
      <translation>La taille la plus proche que la caméra possède.</translation>
    </message>
    <message>
      <source>Twice the heat is twice as bright.</source>
      <translation>Deux fois plus de chaleur, deux fois plus d’éclat.</translation>
    </message>
    <message>
      <source>What is the difference?</source>
      <translation>Quelle est la différence ?</translation>
    </message>
    <message>
      <source>What the camera gives by itself.</source>
      <translation>Ce que la caméra donne d’elle-même.</translation>
    </message>
    <message>
      <source>What the network really says.</source>
      <translation>Ce que le réseau dit vraiment.</translation>
    </message>
    <message>
      <source>Write the live view into a video file; press again to end (Ctrl+R).</source>
      <translation>Enregistrer la vue en direct dans un fichier vidéo ; appuyez de nouveau pour finir (Ctrl+R).</translation>
    </message>
    <message>
      <source>absolute</source>
      <translation>absolue</translation>
    </message>
    <message>
      <source>as the network was trained</source>
      <translation>comme à l’apprentissage du réseau</translation>
    </message>
    <message>
      <source>cubic</source>
      <translation>cubique</translation>
    </message>
    <message>
      <source>its own</source>
      <translation>la sienne</translation>
    </message>
    <message>
      <source>linear</source>
      <translation>linéaire</translation>
    </message>
    <message>
      <source>none: the cells</source>
      <translation>aucun : les cases</translation>
    </message>
    <message>
      <source>pressed into a square</source>
      <translation>pressée en un carré</translation>
    </message>
    <message>
      <source>squared</source>
      <translation>au carré</translation>
    </message>
    <message>
      <source>stretched</source>
      <translation>étirée</translation>
    </message>
  </context>
  <context>
    <name>DropPage</name>
    <message>
      <source>Pasted picture</source>
      <translation>Image collée</translation>
    </message>
  </context>
  <context>
    <name>EarChoice</name>
    <message>
      <source>Lab's network</source>
      <translation>Réseau du labo</translation>
    </message>
    <message>
      <source>Network that listens</source>
      <translation>Réseau qui écoute</translation>
    </message>
    <message>
      <source>Report network: no run yet</source>
      <translation>Réseau du rapport : aucun essai</translation>
    </message>
    <message>
      <source>Report network: {run}</source>
      <translation>Réseau du rapport : {run}</translation>
    </message>
    <message>
      <source>The lab's network learned from many voices, in noise, cut loosely or closely, and knows what is no digit.
The report's network, as one of your runs of spoken digits left it, knows the clips of its data only:
it takes every sound for a digit. Change between them and hear the difference.</source>
      <translation>Le réseau du labo a appris de nombreuses voix, dans le bruit, coupées large ou court, et sait ce qui n'est pas un chiffre.
Le réseau du rapport, tel que l'a laissé l'un de vos essais de chiffres parlés, ne connaît que les extraits de ses données :
il prend tout son pour un chiffre. Passez de l'un à l'autre et écoutez la différence.</translation>
    </message>
  </context>
  <context>
    <name>ExampleList</name>
    <message>
      <source>All parts</source>
      <translation>Toutes les parties</translation>
    </message>
    <message>
      <source>All speakers</source>
      <translation>Tous les locuteurs</translation>
    </message>
    <message>
      <source>Data set</source>
      <translation>Jeu de données</translation>
    </message>
    <message>
      <source>Examples</source>
      <translation>Exemples</translation>
    </message>
    <message>
      <source>Folder…</source>
      <translation>Dossier…</translation>
    </message>
    <message>
      <source>Only digit {digit}</source>
      <translation>Seulement le chiffre {digit}</translation>
    </message>
    <message>
      <source>Open a folder of your own: pictures sorted by digit, IDX files, or sounds</source>
      <translation>Ouvrir un de vos dossiers : images rangées par chiffre, fichiers IDX, ou sons</translation>
    </message>
    <message>
      <source>Part of a name, or digit:7  speaker:theo  index:0-4  length:&lt;0.3  length:0.3-0.5; several together narrow the list</source>
      <translation>Une partie du nom, ou chiffre:7  locuteur:theo  numéro:0-4  durée:&lt;0.3  durée:0.3-0.5 ; ensemble, ils réduisent la liste</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Chercher</translation>
    </message>
    <message>
      <source>Search the examples</source>
      <translation>Chercher parmi les exemples</translation>
    </message>
    <message>
      <source>Speaker or part</source>
      <translation>Locuteur ou partie</translation>
    </message>
    <message>
      <source>{count} sounds are not named digit_speaker_index and are left out: {first}</source>
      <translation>{count} sons ne s’appellent pas chiffre_locuteur_numéro et sont laissés de côté : {first}</translation>
    </message>
    <message>
      <source>{shown} of {total} examples</source>
      <translation>{shown} exemples sur {total}</translation>
    </message>
    <message>
      <source>{title} (not here)</source>
      <translation>{title} (absent)</translation>
    </message>
  </context>
  <context>
    <name>ExampleModel</name>
    <message>
      <source>Digit</source>
      <translation>Chiffre</translation>
    </message>
    <message>
      <source>Length</source>
      <translation>Durée</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nom</translation>
    </message>
    <message>
      <source>Part</source>
      <translation>Partie</translation>
    </message>
    <message>
      <source>Speaker</source>
      <translation>Locuteur</translation>
    </message>
  </context>
  <context>
    <name>Experiment</name>
    <message>
      <source>A convolutional network sees the spectrogram as a picture; a recurrent one reads it column by column</source>
      <translation>Un réseau à convolutions voit le spectrogramme comme une image ; un réseau récurrent le lit colonne par colonne</translation>
    </message>
    <message>
      <source>A folder with train.csv and test.csv, as the page Splits of the Data tab writes them; it takes the place of what is held back</source>
      <translation>Un dossier avec train.csv et test.csv, tels que la page Répartitions de l’onglet Données les écrit ; il remplace ce qui est mis de côté</translation>
    </message>
    <message>
      <source>A network learns to read handwritten digits, in four setups.</source>
      <translation>Un réseau apprend à lire des chiffres manuscrits, en quatre variantes.</translation>
    </message>
    <message>
      <source>A new order in each epoch, the same on every computer</source>
      <translation>Un nouvel ordre à chaque époque, le même sur tout ordinateur</translation>
    </message>
    <message>
      <source>A table of pairs (CSV) that the fusion study wrote; it takes the place of the draw</source>
      <translation>Un tableau de paires (CSV) écrit par l’étude de fusion ; il remplace le tirage</translation>
    </message>
    <message>
      <source>After each epoch the learning rate is multiplied by this; 1 keeps it</source>
      <translation>Après chaque époque, le taux d'apprentissage est multiplié par ce nombre ; 1 le garde tel quel</translation>
    </message>
    <message>
      <source>An encoder for each; attention decides how much to trust which.</source>
      <translation>Un encodeur pour chacun ; l’attention décide à qui se fier, et combien.</translation>
    </message>
    <message>
      <source>An encoder for each; what both say is laid side by side.</source>
      <translation>Un encodeur pour chacun ; ce que disent les deux est mis côte à côte.</translation>
    </message>
    <message>
      <source>At most</source>
      <translation>Au plus</translation>
    </message>
    <message>
      <source>Base</source>
      <translation>Simple</translation>
    </message>
    <message>
      <source>Batch</source>
      <translation>Lot</translation>
    </message>
    <message>
      <source>Clip length</source>
      <translation>Longueur</translation>
    </message>
    <message>
      <source>Clips a picture</source>
      <translation>Sons par image</translation>
    </message>
    <message>
      <source>Decay</source>
      <translation>Décroissance</translation>
    </message>
    <message>
      <source>Dropout 1</source>
      <translation>Dropout 1</translation>
    </message>
    <message>
      <source>Dropout 2</source>
      <translation>Dropout 2</translation>
    </message>
    <message>
      <source>Early</source>
      <translation>Précoce</translation>
    </message>
    <message>
      <source>End the run when the test loss has not been lower for so many epochs; 0: learn all epochs. The weights of the best epoch are kept either way.</source>
      <translation>Termine l'essai quand la perte de test n'a plus baissé depuis tant d'époques ; 0 : apprendre toutes les époques. Les poids de la meilleure époque sont gardés dans tous les cas.</translation>
    </message>
    <message>
      <source>English</source>
      <translation>anglais</translation>
    </message>
    <message>
      <source>FSDD</source>
      <translation>FSDD</translation>
    </message>
    <message>
      <source>Few pictures and no dropout: overfitting at its clearest.</source>
      <translation>Peu d'images et pas de dropout : le surapprentissage le plus net.</translation>
    </message>
    <message>
      <source>French</source>
      <translation>français</translation>
    </message>
    <message>
      <source>Further voices</source>
      <translation>Autres voix</translation>
    </message>
    <message>
      <source>Fusion of picture and sound</source>
      <translation>Fusion de l’image et du son</translation>
    </message>
    <message>
      <source>Half of the pictures and of the sounds are spoilt while learning, so that the network learns which of them to trust; bent ones stand for other hands and other voices</source>
      <translation>Pendant l’apprentissage, la moitié des images et des sons sont abîmés, pour que le réseau apprenne à qui se fier ; les déformés tiennent lieu d’autres mains et d’autres voix</translation>
    </message>
    <message>
      <source>Held back</source>
      <translation>Mis à part</translation>
    </message>
    <message>
      <source>How many examples each step learns from</source>
      <translation>De combien d'exemples apprend chaque pas</translation>
    </message>
    <message>
      <source>How many examples of each part are used; 0: all</source>
      <translation>Combien d'exemples de chaque partie servent ; 0 : tous</translation>
    </message>
    <message>
      <source>How much of the last step is added to the next one</source>
      <translation>Quelle part du dernier pas s'ajoute au suivant</translation>
    </message>
    <message>
      <source>Joint, attention</source>
      <translation>Conjointe, attention</translation>
    </message>
    <message>
      <source>Joint, side by side</source>
      <translation>Conjointe, côte à côte</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Langue</translation>
    </message>
    <message>
      <source>Lost halves</source>
      <translation>Moitiés perdues</translation>
    </message>
    <message>
      <source>MNIST loss study</source>
      <translation>Perte sur MNIST</translation>
    </message>
    <message>
      <source>Mean loss</source>
      <translation>Perte moyenne</translation>
    </message>
    <message>
      <source>Momentum</source>
      <translation>Momentum</translation>
    </message>
    <message>
      <source>No dropout</source>
      <translation>Sans dropout</translation>
    </message>
    <message>
      <source>No value is silenced while learning: watch for overfitting.</source>
      <translation>Aucune valeur n'est mise à zéro : guettez le surapprentissage.</translation>
    </message>
    <message>
      <source>Noise</source>
      <translation>Bruit</translation>
    </message>
    <message>
      <source>Of the processor; 0: the faster number is measured</source>
      <translation>Du processeur ; 0 : le nombre le plus rapide est cherché par mesure</translation>
    </message>
    <message>
      <source>One second: 8,000 samples give 41 columns. Report: 48,000 samples, mostly silence, give 241.</source>
      <translation>Une seconde : 8 000 échantillons donnent 41 fenêtres. Six secondes, comme dans le compte rendu : 48 000 échantillons, surtout du silence, en donnent 241.</translation>
    </message>
    <message>
      <source>Per sample is the true mean. The report's program adds the batches' means and divides by the number of samples: about 1/50 of it at batch 50.</source>
      <translation>Par exemple donne la vraie moyenne. Le programme du compte rendu additionne les moyennes des lots et divise par le nombre d'exemples : environ 1/50 de la vraie pour des lots de 50.</translation>
    </message>
    <message>
      <source>Picture alone</source>
      <translation>Image seule</translation>
    </message>
    <message>
      <source>Picture and spectrogram are joined before any layer.</source>
      <translation>Image et spectrogramme sont réunis avant toute couche.</translation>
    </message>
    <message>
      <source>Pictures and sounds of the same digit: each alone, or joined.</source>
      <translation>Images et sons du même chiffre : chacun seul, ou réunis.</translation>
    </message>
    <message>
      <source>Saved pairs</source>
      <translation>Paires enregistrées</translation>
    </message>
    <message>
      <source>Saved split</source>
      <translation>Répartition enregistrée</translation>
    </message>
    <message>
      <source>Scaling</source>
      <translation>Échelle</translation>
    </message>
    <message>
      <source>Sets or folders of spoken digits that are learnt from too and never tested, with + between them</source>
      <translation>Ensembles ou dossiers de chiffres parlés, séparés par +, qui servent aussi à apprendre et jamais à tester</translation>
    </message>
    <message>
      <source>Share of the 128 hidden values that is silenced while learning</source>
      <translation>Part des 128 valeurs cachées mise à zéro pendant l'apprentissage</translation>
    </message>
    <message>
      <source>Share of the examples to learn from that is held back and tested instead of the test set. Who chooses by it keeps the test set fresh for one last, honest figure; 0: test on the test set</source>
      <translation>Part des exemples d'apprentissage mise à part et testée à la place des données de test. Qui choisit d'après elle garde les données de test intactes pour un dernier chiffre honnête ; 0 : tester sur les données de test</translation>
    </message>
    <message>
      <source>Share of the feature maps' values that is silenced while learning</source>
      <translation>Part des valeurs des cartes de caractéristiques mise à zéro pendant l'apprentissage</translation>
    </message>
    <message>
      <source>Share of the pairs that lose the picture or the sound while a fused network learns</source>
      <translation>Part des paires qui perdent l’image ou le son pendant qu’un réseau fusionné apprend</translation>
    </message>
    <message>
      <source>Shorter clips are padded with silence, longer ones are cut; 0: by the choice above</source>
      <translation>Les sons plus courts sont complétés par du silence, les plus longs coupés ; 0 : selon le choix ci-dessus</translation>
    </message>
    <message>
      <source>Shuffle the examples in each epoch</source>
      <translation>Mélanger à chaque époque</translation>
    </message>
    <message>
      <source>Sound alone</source>
      <translation>Son seul</translation>
    </message>
    <message>
      <source>Sound encoder</source>
      <translation>Encodeur du son</translation>
    </message>
    <message>
      <source>Sounds</source>
      <translation>Sons</translation>
    </message>
    <message>
      <source>Spectrogram</source>
      <translation>Spectrogramme</translation>
    </message>
    <message>
      <source>Split seed</source>
      <translation>Tirage</translation>
    </message>
    <message>
      <source>Spoken digits</source>
      <translation>Chiffres parlés</translation>
    </message>
    <message>
      <source>Start of the draw of what is held back; it does not follow the run's seed</source>
      <translation>Départ du tirage de ce qui est mis à part ; il ne suit pas la graine de l'essai</translation>
    </message>
    <message>
      <source>Stop early</source>
      <translation>Arrêt anticipé</translation>
    </message>
    <message>
      <source>Swapped</source>
      <translation>Inversé</translation>
    </message>
    <message>
      <source>Swapped, no dropout</source>
      <translation>Inversé, sans dropout</translation>
    </message>
    <message>
      <source>The network as it is: learns from many pictures, with dropout.</source>
      <translation>Le réseau tel quel : apprend de beaucoup d'images, avec dropout.</translation>
    </message>
    <message>
      <source>The report feeds decibels of -100 and more, in batches of 50, with a learning rate of 0.001 and no decay: more mistakes are left at the end, and with some seeds, most of all with its long clips, every ReLU falls silent at the first steps and nothing is learnt. Scaled, it always learns.</source>
      <translation>Le rapport donne au réseau des décibels de -100 et plus, par lots de 50, avec un taux d'apprentissage de 0,001 qui ne décroît pas : il reste plus d'erreurs à la fin et, avec certaines graines, surtout avec ses longs extraits, chaque ReLU se tait dès les premiers pas et rien n'est appris. Mis à l'échelle, il apprend toujours.</translation>
    </message>
    <message>
      <source>The report's small CNN learns to hear digits from mel spectrograms.</source>
      <translation>Le petit CNN du compte rendu apprend à entendre les chiffres sur des spectrogrammes mel.</translation>
    </message>
    <message>
      <source>Threads</source>
      <translation>Fils (CPU)</translation>
    </message>
    <message>
      <source>Train and test exchanged: learns from few pictures, is tested on many.</source>
      <translation>Apprentissage et test échangés : apprend de peu d'images, testé sur beaucoup.</translation>
    </message>
    <message>
      <source>Validation</source>
      <translation>Validation</translation>
    </message>
    <message>
      <source>What can be heard without seeing.</source>
      <translation>Ce qui s’entend sans voir.</translation>
    </message>
    <message>
      <source>What can be read without hearing.</source>
      <translation>Ce qui se lit sans entendre.</translation>
    </message>
    <message>
      <source>What is heard: FSDD with MNIST when it is on this machine, else the built-in voices</source>
      <translation>Ce qui est entendu : FSDD avec MNIST s’il est sur cette machine, sinon les voix intégrées</translation>
    </message>
    <message>
      <source>What is tested: a quarter at random (as in the report), recordings 0 to 4 (as FSDD asks), or a quarter of the speakers, whom the network never hears</source>
      <translation>Ce qui est testé : un quart au hasard (comme dans le compte rendu), les enregistrements 0 à 4 (comme le veut FSDD), ou un quart des locuteurs, que le réseau n'entend jamais</translation>
    </message>
    <message>
      <source>Which of the clips are used, where the set says what language they are in</source>
      <translation>Quels enregistrements servent, quand le jeu dit dans quelle langue ils sont</translation>
    </message>
    <message>
      <source>With how many different sounds of its digit each picture is paired</source>
      <translation>Avec combien de sons différents de son chiffre chaque image est appariée</translation>
    </message>
    <message>
      <source>a random quarter</source>
      <translation>un quart au hasard</translation>
    </message>
    <message>
      <source>all</source>
      <translation>toutes</translation>
    </message>
    <message>
      <source>all examples</source>
      <translation>tous</translation>
    </message>
    <message>
      <source>as above</source>
      <translation>comme ci-dessus</translation>
    </message>
    <message>
      <source>as in the report (128 x 241)</source>
      <translation>6 s (128 x 241)</translation>
    </message>
    <message>
      <source>automatic</source>
      <translation>automatique</translation>
    </message>
    <message>
      <source>built-in voices</source>
      <translation>voix intégrées</translation>
    </message>
    <message>
      <source>by the pictures</source>
      <translation>selon les images</translation>
    </message>
    <message>
      <source>clean only</source>
      <translation>sans bruit</translation>
    </message>
    <message>
      <source>convolutional (CNN)</source>
      <translation>à convolutions (CNN)</translation>
    </message>
    <message>
      <source>epochs</source>
      <translation>époques</translation>
    </message>
    <message>
      <source>examples</source>
      <translation>ex.</translation>
    </message>
    <message>
      <source>learn with noise</source>
      <translation>apprendre avec du bruit</translation>
    </message>
    <message>
      <source>mean 0, deviation 1</source>
      <translation>moyenne 0, écart type 1</translation>
    </message>
    <message>
      <source>never</source>
      <translation>jamais</translation>
    </message>
    <message>
      <source>noise, bent hands and voices</source>
      <translation>bruit, mains et voix déformées</translation>
    </message>
    <message>
      <source>none</source>
      <translation>aucune</translation>
    </message>
    <message>
      <source>none (as in the report)</source>
      <translation>aucune (compte rendu)</translation>
    </message>
    <message>
      <source>none: the test set</source>
      <translation>aucune : données de test</translation>
    </message>
    <message>
      <source>one second (128 x 41)</source>
      <translation>1 s (128 x 41)</translation>
    </message>
    <message>
      <source>per sample</source>
      <translation>par exemple</translation>
    </message>
    <message>
      <source>recordings 0 to 4</source>
      <translation>enregistrements 0 à 4</translation>
    </message>
    <message>
      <source>recurrent (GRU)</source>
      <translation>récurrent (GRU)</translation>
    </message>
    <message>
      <source>samples</source>
      <translation>éch.</translation>
    </message>
    <message>
      <source>some speakers</source>
      <translation>des locuteurs</translation>
    </message>
    <message>
      <source>the report's division</source>
      <translation>comme le compte rendu</translation>
    </message>
    <message>
      <source>the same, all clips equally loud</source>
      <translation>de même, tous les extraits au même niveau</translation>
    </message>
  </context>
  <context>
    <name>ExplorePage</name>
    <message>
      <source>A folder of digits</source>
      <translation>Un dossier de chiffres</translation>
    </message>
    <message>
      <source>Choose an example on the left.</source>
      <translation>Choisissez un exemple à gauche.</translation>
    </message>
    <message>
      <source>Digit {digit}</source>
      <translation>Chiffre {digit}</translation>
    </message>
    <message>
      <source>Digit {digit}, said by {speaker}</source>
      <translation>Chiffre {digit}, dit par {speaker}</translation>
    </message>
    <message>
      <source>Looking for the data…</source>
      <translation>Recherche des données…</translation>
    </message>
    <message>
      <source>Reading the examples…</source>
      <translation>Lecture des exemples…</translation>
    </message>
    <message>
      <source>The picture as the network sees it</source>
      <translation>L'image telle que le réseau la voit</translation>
    </message>
    <message>
      <source>{name}: {width} x {height} pixels, 256 grey levels, {ink} % ink</source>
      <translation>{name} : {width} x {height} pixels, 256 niveaux de gris, {ink} % d'encre</translation>
    </message>
    <message>
      <source>{origin}. Licence: {licence}.</source>
      <translation>{origin}. Licence : {licence}.</translation>
    </message>
  </context>
  <context>
    <name>ExportDialog</name>
    <message>
      <source>Checked on {n} test examples: its scores differ from the lab's by at most {difference} ({allowed} is allowed). What goes in, what comes out and the recipe of the run stand in the file.</source>
      <translation>Vérifié sur {n} exemples de test : ses scores diffèrent de ceux du laboratoire d'au plus {difference} ({allowed} est permis). Ce qui entre, ce qui sort et la recette de l'essai sont inscrits dans le fichier.</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <source>Comparing its scores with the lab's own: example {done} of {total}…</source>
      <translation>Comparaison de ses scores avec ceux du laboratoire : exemple {done} sur {total}…</translation>
    </message>
    <message>
      <source>Copy the command</source>
      <translation>Copier la commande</translation>
    </message>
    <message>
      <source>Copy the command, to be pasted into a terminal</source>
      <translation>Copie la commande, à coller dans un terminal</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Exporter</translation>
    </message>
    <message>
      <source>Getting ready…</source>
      <translation>Préparation…</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>Ouvrir le dossier</translation>
    </message>
    <message>
      <source>Open the folder that holds what was written</source>
      <translation>Ouvre le dossier qui contient ce qui a été écrit</translation>
    </message>
    <message>
      <source>Progress of the export</source>
      <translation>Progression de l'exportation</translation>
    </message>
    <message>
      <source>Reading the test examples for the check…</source>
      <translation>Lecture des exemples de test pour la vérification…</translation>
    </message>
    <message>
      <source>Saved as {name} ({size:.1f} MB).</source>
      <translation>Enregistré sous {name} ({size:.1f} Mo).</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Arrêter</translation>
    </message>
    <message>
      <source>Stop the export; nothing half written is left</source>
      <translation>Arrête l'exportation ; rien d'inachevé ne reste</translation>
    </message>
    <message>
      <source>TensorBoard, a program of its own, shows them:</source>
      <translation>TensorBoard, un programme à part, les affiche :</translation>
    </message>
    <message>
      <source>Translating the network…</source>
      <translation>Traduction du réseau…</translation>
    </message>
    <message>
      <source>Writing: run {done} of {total}…</source>
      <translation>Écriture : essai {done} sur {total}…</translation>
    </message>
    <message>
      <source>{runs} runs written, {records:,} numbers.</source>
      <translation>Essais écrits : {runs} ; nombres : {records:,}.</translation>
    </message>
  </context>
  <context>
    <name>ExtremeTable</name>
    <message>
      <source>95 % interval: {low} to {high}</source>
      <translation>Intervalle à 95 % : de {low} à {high}</translation>
    </message>
    <message>
      <source>Accuracy with one half lost</source>
      <translation>Exactitude quand une moitié est perdue</translation>
    </message>
    <message>
      <source>Against the half that is left, alone: {points:+.1f} points.</source>
      <translation>Par rapport à la moitié qui reste, seule : {points:+.1f} points.</translation>
    </message>
    <message>
      <source>Image is noise</source>
      <translation>Image : bruit</translation>
    </message>
    <message>
      <source>No image</source>
      <translation>Sans image</translation>
    </message>
    <message>
      <source>No sound</source>
      <translation>Sans son</translation>
    </message>
    <message>
      <source>Sound is noise</source>
      <translation>Son : bruit</translation>
    </message>
    <message>
      <source>Strategy</source>
      <translation>Stratégie</translation>
    </message>
  </context>
  <context>
    <name>FactorialView</name>
    <message>
      <source>2 × 2 table of the four setups</source>
      <translation>Tableau 2 × 2 des quatre variantes</translation>
    </message>
    <message>
      <source>An effect is what changes on average with dropout, or with swapped sets; the interaction, half of how much one changes the other. ± is what noise alone may give; bold is larger than that. Compare with and without dropout by the re-measured train loss, in which dropout is off.</source>
      <translation>Un effet est ce qui change en moyenne avec le dropout, ou avec les jeux inversés ; l'interaction, la moitié de ce que l'un change à l'autre. ± est ce que le bruit seul peut donner ; en gras, ce qui le dépasse. Pour comparer avec et sans dropout, prenez la perte d'apprentissage remesurée, où le dropout est coupé.</translation>
    </message>
    <message>
      <source>It takes one finished run of each setup with the same choices. Missing: {setups}.</source>
      <translation>Il faut un essai terminé de chaque variante avec les mêmes choix. Il manque : {setups}.</translation>
    </message>
    <message>
      <source>Loss after epoch {epoch}</source>
      <translation>Perte après l'époque {epoch}</translation>
    </message>
    <message>
      <source>Seeds of each setup: {seeds}.</source>
      <translation>Graines par variante : {seeds}.</translation>
    </message>
    <message>
      <source>base</source>
      <translation>simple</translation>
    </message>
    <message>
      <source>effect of dropout</source>
      <translation>effet du dropout</translation>
    </message>
    <message>
      <source>effect of swapping</source>
      <translation>effet de l'inversion</translation>
    </message>
    <message>
      <source>interaction</source>
      <translation>interaction</translation>
    </message>
    <message>
      <source>no dropout</source>
      <translation>sans dropout</translation>
    </message>
    <message>
      <source>swapped</source>
      <translation>inversé</translation>
    </message>
    <message>
      <source>swapped, no dropout</source>
      <translation>inversé, sans dropout</translation>
    </message>
    <message>
      <source>test</source>
      <translation>test</translation>
    </message>
    <message>
      <source>train, as seen</source>
      <translation>appr., en direct</translation>
    </message>
    <message>
      <source>train, re-measured</source>
      <translation>appr., remesurée</translation>
    </message>
  </context>
  <context>
    <name>FetchPage</name>
    <message>
      <source>Download</source>
      <translation>Télécharger</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Arrêter</translation>
    </message>
    <message>
      <source>{title}: not on this machine. It can be downloaded once ({count} examples).</source>
      <translation>{title} : absent de cette machine. Il peut être téléchargé une fois pour toutes ({count} exemples).</translation>
    </message>
  </context>
  <context>
    <name>FilterBankView</name>
    <message>
      <source>Each triangle is a mel band, each dot below a bin of the FFT. A band without a dot under it is empty (marked x). Wheel: zoom, drag: move.</source>
      <translation>Chaque triangle est une bande mel, chaque point en bas une raie de la FFT. Une bande sans point au-dessous est vide (marquée x). Molette : zoom, glisser : déplacer.</translation>
    </message>
    <message>
      <source>Hz</source>
      <translation>Hz</translation>
    </message>
    <message>
      <source>Hz, as it is</source>
      <translation>Hz réels</translation>
    </message>
    <message>
      <source>Hz, as the program believes</source>
      <translation>Hz selon le programme</translation>
    </message>
    <message>
      <source>Mel filter bank</source>
      <translation>Banc de filtres mel</translation>
    </message>
  </context>
  <context>
    <name>Finding</name>
    <message>
      <source>1. Loss laboratory: MNIST</source>
      <translation>1. Laboratoire des pertes : MNIST</translation>
    </message>
    <message>
      <source>2. Spoken digits: the data</source>
      <translation>2. Chiffres parlés : les données</translation>
    </message>
    <message>
      <source>3. Spoken digits: the network</source>
      <translation>3. Chiffres parlés : le réseau</translation>
    </message>
    <message>
      <source>4. Drawn and said at once: fusion</source>
      <translation>4. Dessiner et dire à la fois : la fusion</translation>
    </message>
    <message>
      <source>5. Where the network looks</source>
      <translation>5. Où regarde le réseau</translation>
    </message>
    <message>
      <source>6. What a change of the picture does</source>
      <translation>6. Ce que fait un changement de l’image</translation>
    </message>
    <message>
      <source>A class activation map weighs the last feature maps of a network by what they say for one class. CAM takes the weights of the last layer, Grad-CAM the mean gradient, Grad-CAM++ weighs the gradient so that several objects count, Score-CAM asks the network what each map is worth. Model {model}, {method}, class {target}.</source>
      <translation>Une carte d’activation de classe pondère les dernières cartes d’un réseau selon ce qu’elles disent pour une classe. CAM prend les poids de la dernière couche, Grad-CAM le gradient moyen, Grad-CAM++ pondère le gradient pour que plusieurs objets comptent, Score-CAM demande au réseau ce que vaut chaque carte. Modèle {model}, {method}, classe {target}.</translation>
    </message>
    <message>
      <source>A network learns to read handwritten digits in four setups: as it is, with train and test sets exchanged, without dropout, and both. Dropout silences values at random while learning, and only then: features become less specific, and the train loss is measured with the handicap, the test loss without it (R3).</source>
      <translation>Un réseau apprend à lire des chiffres manuscrits dans quatre variantes : tel quel, avec les ensembles d’apprentissage et de test échangés, sans dropout, et les deux à la fois. Le dropout fait taire des valeurs au hasard pendant l’apprentissage, et seulement alors : les caractéristiques deviennent moins spécifiques, et la perte d’apprentissage est mesurée avec ce handicap, la perte de test sans lui (R3).</translation>
    </message>
    <message>
      <source>A picture of a digit and the sound of its name can be joined early (the inputs side by side), in the middle (what two encoders made of them, side by side or weighed by attention), or late (two answers become one).</source>
      <translation>L’image d’un chiffre et le son de son nom peuvent être réunis tôt (les entrées côte à côte), au milieu (ce que deux encodeurs en ont fait, côte à côte ou pondéré par attention), ou tard (deux réponses n’en font qu’une).</translation>
    </message>
    <message>
      <source>A rise is established in {bare} of the 2 setups without dropout and {dropout} of the 2 with it.</source>
      <translation>Une remontée est établie dans {bare} des 2 variantes sans dropout et {dropout} des 2 avec.</translation>
    </message>
    <message>
      <source>A run is missing.</source>
      <translation>Il manque un essai.</translation>
    </message>
    <message>
      <source>Abrupt in the mean of the pictures (cliffs: {cliffs}; at the steepest, 50 points within {width} % of the series). Between two steps, {broken} of {pictures} pictures lose or win 50 points.</source>
      <translation>Brusque en moyenne des images (ruptures : {cliffs} ; au plus raide, 50 points en {width} % de la série). Entre deux étapes, {broken} images sur {pictures} perdent ou gagnent 50 points.</translation>
    </message>
    <message>
      <source>Abrupt: the score passes 80 % only where it breaks off (cliffs: {cliffs}; at the steepest, 50 points within {width} % of the series).</source>
      <translation>Brusque : le score ne passe 80 % que là où il rompt (ruptures : {cliffs} ; au plus raide, 50 points en {width} % de la série).</translation>
    </message>
    <message>
      <source>Accuracy of every strategy with its interval.</source>
      <translation>Exactitude de chaque stratégie avec son intervalle.</translation>
    </message>
    <message>
      <source>After {epochs} epochs: train accuracy {train:.1f} %, test accuracy {test:.1f} %.</source>
      <translation>Après {epochs} époques : exactitude d’apprentissage {train:.1f} %, de test {test:.1f} %.</translation>
    </message>
    <message>
      <source>An accuracy near 10 % is guessing: there the network learnt nothing, and the splits cannot be compared. More epochs or another seed may help.</source>
      <translation>Une exactitude proche de 10 % revient à deviner : le réseau n’y a rien appris et les répartitions ne se comparent pas. Plus d’époques ou une autre graine peuvent aider.</translation>
    </message>
    <message>
      <source>Another clip: {name} is not in this set.</source>
      <translation>Un autre extrait : {name} n’est pas dans cet ensemble.</translation>
    </message>
    <message>
      <source>At epoch {epoch} the test loss is {gap:.4f} above the train loss, both measured without dropout (noise {noise:.4f}).</source>
      <translation>À l'époque {epoch}, la perte de test est {gap:.4f} au-dessus de la perte d'apprentissage, toutes deux mesurées sans dropout (bruit {noise:.4f}).</translation>
    </message>
    <message>
      <source>At epoch {epoch} the test loss is {gap:.4f} below the train loss, both measured without dropout (noise {noise:.4f}).</source>
      <translation>À l'époque {epoch}, la perte de test est {gap:.4f} au-dessous de la perte d'apprentissage, toutes deux mesurées sans dropout (bruit {noise:.4f}).</translation>
    </message>
    <message>
      <source>At the last epoch, {epoch:.0f}, the test loss is still at its lowest.</source>
      <translation>À la dernière époque, {epoch:.0f}, la perte de test est encore à son minimum.</translation>
    </message>
    <message>
      <source>At the last epoch: {ends}.</source>
      <translation>À la dernière époque : {ends}.</translation>
    </message>
    <message>
      <source>At this distance light and geometry cannot be compared: one of them does not reach it. Choose a smaller one.</source>
      <translation>À cette distance, lumière et géométrie ne sont pas comparables : l'une d'elles ne l'atteint pas. Choisissez-en une plus petite.</translation>
    </message>
    <message>
      <source>Base: plateau from epoch 5.</source>
      <translation>Simple : plateau dès l'époque 5.</translation>
    </message>
    <message>
      <source>Base: train and test loss both go down.</source>
      <translation>Simple : les pertes d'apprentissage et de test baissent toutes les deux.</translation>
    </message>
    <message>
      <source>Best fusion less the better modality alone (points)</source>
      <translation>Meilleure fusion moins la meilleure modalité seule (points)</translation>
    </message>
    <message>
      <source>Conclusions</source>
      <translation>Conclusions</translation>
    </message>
    <message>
      <source>Contents</source>
      <translation>Sommaire</translation>
    </message>
    <message>
      <source>Correlation over the epochs: at least {value:.2f}; {needed:g} counts as following.</source>
      <translation>Corrélation sur les époques : au moins {value:.2f} ; à partir de {needed:g}, elle compte comme suivie.</translation>
    </message>
    <message>
      <source>Difference {value:+.4f} (noise {noise:.4f}).</source>
      <translation>Différence {value:+.4f} (bruit {noise:.4f}).</translation>
    </message>
    <message>
      <source>Differences {first:+.4f} and {second:+.4f} (noise {noise:.4f} and {noise_2:.4f}).</source>
      <translation>Différences {first:+.4f} et {second:+.4f} (bruit {noise:.4f} et {noise_2:.4f}).</translation>
    </message>
    <message>
      <source>Digits of the test part: {n} clips.</source>
      <translation>Chiffres de la partie de test : {n} extraits.</translation>
    </message>
    <message>
      <source>Digits of the train part: {n} clips.</source>
      <translation>Chiffres de la partie d’apprentissage : {n} extraits.</translation>
    </message>
    <message>
      <source>Dropout lowers the test loss, at a small cost on the train loss.</source>
      <translation>Le dropout abaisse la perte de test, pour un petit coût sur la perte d'apprentissage.</translation>
    </message>
    <message>
      <source>Effect of dropout: {test:+.4f} on the test loss (noise {test_noise:.4f}), {train:+.4f} on the train loss measured without dropout (noise {train_noise:.4f}).</source>
      <translation>Effet du dropout : {test:+.4f} sur la perte de test (bruit {test_noise:.4f}), {train:+.4f} sur la perte d'apprentissage mesurée sans dropout (bruit {train_noise:.4f}).</translation>
    </message>
    <message>
      <source>Effect on the final test loss: {value:+.4f} (noise {noise:.4f}).</source>
      <translation>Effet sur la perte de test finale : {value:+.4f} (bruit {noise:.4f}).</translation>
    </message>
    <message>
      <source>Every number of the lab report beside mine; a dash: the report or the lab has none.</source>
      <translation>Chaque nombre du rapport à côté des miens ; un tiret : le rapport ou le laboratoire n’en a pas.</translation>
    </message>
    <message>
      <source>Every shape on the way.</source>
      <translation>Chaque forme en chemin.</translation>
    </message>
    <message>
      <source>Facts about {name}.</source>
      <translation>Caractéristiques de {name}.</translation>
    </message>
    <message>
      <source>Fewer than three seeds tell nothing of how much a network's start matters; the intervals speak of the pairs only.</source>
      <translation>Moins de trois graines ne disent rien de l’importance du départ d’un réseau ; les intervalles ne parlent que des paires.</translation>
    </message>
    <message>
      <source>Figure 7 and tables 1 to 3: the sounds.</source>
      <translation>Figure 7 et tableaux 1 à 3 : les sons.</translation>
    </message>
    <message>
      <source>Figure 8: parameters</source>
      <translation>Figure 8 : paramètres</translation>
    </message>
    <message>
      <source>Figure 9: accuracy and loss of the spoken digits.</source>
      <translation>Figure 9 : exactitude et perte des chiffres parlés.</translation>
    </message>
    <message>
      <source>Figure 9: test accuracy (%)</source>
      <translation>Figure 9 : exactitude de test (%)</translation>
    </message>
    <message>
      <source>Figure 9: train accuracy (%)</source>
      <translation>Figure 9 : exactitude d’apprentissage (%)</translation>
    </message>
    <message>
      <source>Figure {n}.</source>
      <translation>Figure {n}.</translation>
    </message>
    <message>
      <source>Figure {n}: plateau from epoch</source>
      <translation>Figure {n} : plateau à partir de l’époque</translation>
    </message>
    <message>
      <source>Figure {n}: score (%)</source>
      <translation>Figure {n} : score (%)</translation>
    </message>
    <message>
      <source>Figure {n}: the loss curves of the setup {setup}.</source>
      <translation>Figure {n} : les courbes de perte de la variante {setup}.</translation>
    </message>
    <message>
      <source>Figure {n}: the test loss rises from epoch</source>
      <translation>Figure {n} : la perte de test remonte à partir de l’époque</translation>
    </message>
    <message>
      <source>Figures 5 and 6: the curves of the four setups over each other.</source>
      <translation>Figures 5 et 6 : les courbes des quatre variantes superposées.</translation>
    </message>
    <message>
      <source>Figures and tables made here: {made}. Missing parts: {n}.</source>
      <translation>Figures et tableaux faits ici : {made}. Parties manquantes : {n}.</translation>
    </message>
    <message>
      <source>Files in the set</source>
      <translation>Fichiers dans l’ensemble</translation>
    </message>
    <message>
      <source>First drop not established: it takes two epochs.</source>
      <translation>Première chute non établie : il faut deux époques.</translation>
    </message>
    <message>
      <source>First drop not established: the train loss went from {first:.4f} to {second:.4f} (noise {noise:.4f}).</source>
      <translation>Première chute non établie : la perte d'apprentissage est passée de {first:.4f} à {second:.4f} (bruit {noise:.4f}).</translation>
    </message>
    <message>
      <source>From epoch 1 to 2 the train loss fell from {first:.4f} to {second:.4f}, {ratio:.1f} times lower: {share:.0f} % of its whole fall.</source>
      <translation>De l'époque 1 à 2, la perte d'apprentissage est tombée de {first:.4f} à {second:.4f}, {ratio:.1f} fois moins : {share:.0f} % de toute sa baisse.</translation>
    </message>
    <message>
      <source>Gradual: the score passes 80 %, but never changes by 50 points within a tenth of the series ({below} of {steps} steps lie below 80 %).</source>
      <translation>Progressif : le score passe 80 %, mais ne change jamais de 50 points en un dixième de la série ({below} étapes sur {steps} sont sous 80 %).</translation>
    </message>
    <message>
      <source>How often each digit is in either part.</source>
      <translation>Combien de fois chaque chiffre est dans l’une et l’autre partie.</translation>
    </message>
    <message>
      <source>How this figure was made</source>
      <translation>Comment cette figure a été faite</translation>
    </message>
    <message>
      <source>How this report was made.</source>
      <translation>Comment ce compte rendu a été fait.</translation>
    </message>
    <message>
      <source>In none of {cells:.0f} cells does it make more errors than the better single modality there.</source>
      <translation>Dans aucune des {cells:.0f} cases elle ne fait plus d’erreurs que la meilleure modalité seule à cet endroit.</translation>
    </message>
    <message>
      <source>In {worse:.0f} of {cells:.0f} cells it makes more errors than the better single modality there.</source>
      <translation>Dans {worse:.0f} cases sur {cells:.0f}, elle fait plus d’erreurs que la meilleure modalité seule à cet endroit.</translation>
    </message>
    <message>
      <source>Input, raw map and heat over the picture; {what}: {score:.2f} %.</source>
      <translation>Entrée, carte brute et chaleur sur l’image ; {what} : {score:.2f} %.</translation>
    </message>
    <message>
      <source>It takes three epochs and curves that move.</source>
      <translation>Il faut trois époques et des courbes qui bougent.</translation>
    </message>
    <message>
      <source>It takes two epochs.</source>
      <translation>Il faut deux époques.</translation>
    </message>
    <message>
      <source>Lab report: networks that learn, hear and look</source>
      <translation>Compte rendu : des réseaux qui apprennent, écoutent et regardent</translation>
    </message>
    <message>
      <source>Learning broke down in epoch {epoch}: the loss left all bounds or was no number.</source>
      <translation>L'apprentissage s'est effondré à l'époque {epoch} : la perte a dépassé toute limite ou n'était plus un nombre.</translation>
    </message>
    <message>
      <source>Learning is stable: every loss is a number.</source>
      <translation>L'apprentissage est stable : chaque perte est un nombre.</translation>
    </message>
    <message>
      <source>Light costs {light} points on average, geometry {geometry}. That one of them costs more is not established: light minus geometry is {low} to {high} points (95 % interval, {pictures} pictures).</source>
      <translation>La lumière coûte {light} points en moyenne, la géométrie {geometry}. Que l'une coûte plus n'est pas établi : lumière moins géométrie vaut {low} à {high} points (intervalle à 95 %, {pictures} images).</translation>
    </message>
    <message>
      <source>Light costs {light} points on average, geometry {geometry}. Whether that is more than chance is not established: it takes {fewest} recognised pictures, here {pictures}.</source>
      <translation>La lumière coûte {light} points en moyenne, la géométrie {geometry}. Que ce soit plus que le hasard n'est pas établi : il faut {fewest} images reconnues, ici {pictures}.</translation>
    </message>
    <message>
      <source>Loss and accuracy of the spoken digits while learning.</source>
      <translation>Perte et exactitude des chiffres parlés pendant l’apprentissage.</translation>
    </message>
    <message>
      <source>Mean duration (s); the report says 0.30 to 0.35</source>
      <translation>Durée moyenne (s) ; le rapport dit 0,30 à 0,35</translation>
    </message>
    <message>
      <source>Measured without dropout, the highest of the four ends at {worst:.4f}; {near:g} counts as near 0.</source>
      <translation>Mesurée sans dropout, la plus haute des quatre finit à {worst:.4f} ; {near:g} compte comme proche de 0.</translation>
    </message>
    <message>
      <source>Missing:</source>
      <translation>Manque :</translation>
    </message>
    <message>
      <source>More sensitive to geometry than to light: {geometry} points are lost on average against {light} (light minus geometry {low} to {high} points, 95 % interval over {pictures} pictures).</source>
      <translation>Plus sensible à la géométrie qu'à la lumière : {geometry} points perdus en moyenne contre {light} (lumière moins géométrie {low} à {high} points, intervalle à 95 % sur {pictures} images).</translation>
    </message>
    <message>
      <source>More sensitive to light than to geometry: {light} points are lost on average against {geometry} (difference {low} to {high} points, 95 % interval over {pictures} pictures).</source>
      <translation>Plus sensible à la lumière qu'à la géométrie : {light} points perdus en moyenne contre {geometry} (différence de {low} à {high} points, intervalle à 95 % sur {pictures} images).</translation>
    </message>
    <message>
      <source>No change is larger than the scatter of the seeds yet; more seeds would tell.</source>
      <translation>Aucun changement ne dépasse encore la dispersion des graines ; davantage de graines trancheraient.</translation>
    </message>
    <message>
      <source>No gap established: at epoch {epoch} test and train loss differ by {gap:.4f} (noise {noise:.4f}).</source>
      <translation>Écart non établi : à l'époque {epoch}, les pertes de test et d'apprentissage diffèrent de {gap:.4f} (bruit {noise:.4f}).</translation>
    </message>
    <message>
      <source>No overfitting established: after its minimum at epoch {epoch} the test loss rose by {rise:.4f}, less than noise may give ({needed:.4f}).</source>
      <translation>Surapprentissage non établi : après son minimum à l'époque {epoch}, la perte de test a remonté de {rise:.4f}, moins que ce que le bruit peut donner ({needed:.4f}).</translation>
    </message>
    <message>
      <source>No overfitting established: the test loss is lowest at epoch {epoch}, too near the end to see a rise.</source>
      <translation>Surapprentissage non établi : la perte de test est minimale à l'époque {epoch}, trop près de la fin pour voir une remontée.</translation>
    </message>
    <message>
      <source>No overfitting: after epoch {epoch} the test loss rose by {rise:.4f}, but the train loss rose too.</source>
      <translation>Pas de surapprentissage : après l'époque {epoch}, la perte de test a remonté de {rise:.4f}, mais la perte d'apprentissage aussi.</translation>
    </message>
    <message>
      <source>No plateau established: the test loss fell by {fall:.4f} in {epochs} epochs (noise {noise:.4f}).</source>
      <translation>Plateau non établi : la perte de test a baissé de {fall:.4f} en {epochs} époques (bruit {noise:.4f}).</translation>
    </message>
    <message>
      <source>No plateau established: the test loss still falls at the last epochs.</source>
      <translation>Plateau non établi : la perte de test baisse encore aux dernières époques.</translation>
    </message>
    <message>
      <source>No plateau is established yet; more epochs may show one.</source>
      <translation>Aucun plateau n'est encore établi ; plus d'époques en montreront peut-être un.</translation>
    </message>
    <message>
      <source>No plateau: after its lowest, {lowest:.4f}, the test loss rises again by {rise:.4f}.</source>
      <translation>Pas de plateau : après son minimum, {lowest:.4f}, la perte de test remonte de {rise:.4f}.</translation>
    </message>
    <message>
      <source>No two kept runs differ in one setting only: train the study again with one setting changed.</source>
      <translation>Aucun couple d’essais conservés ne diffère par un seul réglage : entraînez l’étude encore une fois en en changeant un seul.</translation>
    </message>
    <message>
      <source>Nothing was learnt: after {epochs} epochs {best:.0f} % are right, and guessing gives {share:.0f} %. Perhaps every ReLU fell silent at the first steps: try another seed, a smaller learning rate, or scaled inputs.</source>
      <translation>Rien n’a été appris : après {epochs} époques, {best:.0f} % sont justes, et deviner donne {share:.0f} %. Peut-être que toutes les ReLU se sont tues aux premiers pas : essayez une autre graine, un taux d’apprentissage plus petit ou des entrées mises à l’échelle.</translation>
    </message>
    <message>
      <source>Of {total:.0f} pairs the image alone is right in {image:.1f} % where the sound is wrong, the sound alone in {sound:.1f} % where the image is wrong; in {neither:.1f} % neither is.</source>
      <translation>Sur {total:.0f} paires, l’image a seule raison dans {image:.1f} % des cas, le son a seul raison dans {sound:.1f} % ; dans {neither:.1f} %, aucun des deux n’a raison.</translation>
    </message>
    <message>
      <source>One encoder for each modality, attention between them, one layer that answers.</source>
      <translation>Un encodeur par modalité, de l’attention entre eux, une couche qui répond.</translation>
    </message>
    <message>
      <source>Overfitting from epoch {next}: the test loss was lowest at epoch {epoch} ({loss:.4f}) and then rose by {rise:.4f} (noise {needed:.4f}), while the train loss still fell.</source>
      <translation>Surapprentissage dès l'époque {next} : la perte de test était minimale à l'époque {epoch} ({loss:.4f}), puis a remonté de {rise:.4f} (bruit {needed:.4f}) alors que la perte d'apprentissage baissait encore.</translation>
    </message>
    <message>
      <source>Overview</source>
      <translation>Aperçu</translation>
    </message>
    <message>
      <source>Parameters: late {late:,}, early {early:,}, joint {joint:,}.</source>
      <translation>Paramètres : tardive {late:,}, précoce {early:,}, conjointe {joint:,}.</translation>
    </message>
    <message>
      <source>Partly abrupt: the score breaks off (cliffs: {cliffs}; at the steepest, 50 points within {width} % of the series), and elsewhere it passes 80 % gradually.</source>
      <translation>En partie brusque : le score rompt (ruptures : {cliffs} ; au plus raide, 50 points en {width} % de la série), et ailleurs il passe 80 % progressivement.</translation>
    </message>
    <message>
      <source>Plateau from epoch {epoch}: of its whole fall of {fall:.4f}, the test loss had only {left:.4f} left.</source>
      <translation>Plateau dès l'époque {epoch} : sur toute sa baisse de {fall:.4f}, il ne restait à la perte de test que {left:.4f} à perdre.</translation>
    </message>
    <message>
      <source>Plateau from epoch {epoch}: of its whole fall of {fall:.4f}, the test loss had {left:.4f} left, no more than noise may give.</source>
      <translation>Plateau dès l'époque {epoch} : sur toute sa baisse de {fall:.4f}, il restait à la perte de test {left:.4f} à perdre, pas plus que ce que le bruit peut donner.</translation>
    </message>
    <message>
      <source>Plateau of the train loss from epoch {train:.0f}, of the test loss from epoch {test:.0f}.</source>
      <translation>Plateau de la perte d'apprentissage dès l'époque {train:.0f}, de la perte de test dès l'époque {test:.0f}.</translation>
    </message>
    <message>
      <source>R11: the report divides by examples where it should by batches; R13: voices are shared.</source>
      <translation>R11 : le rapport divise par les exemples au lieu des lots ; R13 : les voix sont communes.</translation>
    </message>
    <message>
      <source>R13: a random split shares its voices.</source>
      <translation>R13 : une répartition au hasard partage ses voix.</translation>
    </message>
    <message>
      <source>R14: the report proposes this study and gives no numbers.</source>
      <translation>R14 : le rapport propose cette étude et ne donne aucun nombre.</translation>
    </message>
    <message>
      <source>R18, R22: the report gives neither its factors nor its picture.</source>
      <translation>R18, R22 : le rapport ne donne ni ses facteurs ni son image.</translation>
    </message>
    <message>
      <source>R20, R22: other pictures, and {model} prepares them its own way.</source>
      <translation>R20, R22 : d’autres images, et {model} les prépare à sa façon.</translation>
    </message>
    <message>
      <source>R4: the report does not say with which schedule it trained.</source>
      <translation>R4 : le rapport ne dit pas comment variait son taux d’apprentissage.</translation>
    </message>
    <message>
      <source>R4: where the learning rate falls at every epoch, a late rise is small.</source>
      <translation>R4 : quand le taux d’apprentissage baisse à chaque époque, une remontée tardive est petite.</translation>
    </message>
    <message>
      <source>R8: the report's range is not that of the whole set.</source>
      <translation>R8 : la plage du rapport n’est pas celle de tout l’ensemble.</translation>
    </message>
    <message>
      <source>R9: recomputed.</source>
      <translation>R9 : recompté.</translation>
    </message>
    <message>
      <source>Report, mine, difference</source>
      <translation>Rapport, les miens, différence</translation>
    </message>
    <message>
      <source>Speaker by speaker the accuracy goes from {least:.1f} % to {most:.1f} %, so a split that holds back one or two speakers may tell a better or a worse story than all of them.</source>
      <translation>D’un locuteur à l’autre, l’exactitude va de {least:.1f} % à {most:.1f} % : une répartition qui n’en met de côté qu’un ou deux peut donc flatter ou noircir le tableau.</translation>
    </message>
    <message>
      <source>Speakers in both parts</source>
      <translation>Locuteurs dans les deux parties</translation>
    </message>
    <message>
      <source>Speakers in both parts: all {tested:.0f} tested. The accuracy tells how well voices that were learnt are understood, not how well a new one is.</source>
      <translation>Locuteurs présents dans les deux parties : les {tested:.0f} du test. L’exactitude dit comment des voix apprises sont comprises, pas comment le serait une voix nouvelle.</translation>
    </message>
    <message>
      <source>Speakers in both parts: none of the {tested:.0f} tested. The accuracy tells how well new voices are understood.</source>
      <translation>Locuteurs présents dans les deux parties : aucun sur les {tested:.0f} du test. L’exactitude dit comment des voix nouvelles sont comprises.</translation>
    </message>
    <message>
      <source>Speakers in both parts: {shared:.0f} of the {tested:.0f} tested. The accuracy mixes voices that were learnt with new ones.</source>
      <translation>Locuteurs présents dans les deux parties : {shared:.0f} sur les {tested:.0f} du test. L’exactitude mêle des voix apprises et des voix nouvelles.</translation>
    </message>
    <message>
      <source>Strategies on {pairs} test pairs, {voices} voices never heard, {seeds} seeds; 95 % intervals.</source>
      <translation>Stratégies sur {pairs} paires de test, {voices} voix jamais entendues, {seeds} graines ; intervalles à 95 %.</translation>
    </message>
    <message>
      <source>Stratified instead of plain random: {points:+.1f} points, larger than chance (95 %: {low:+.1f} to {high:+.1f}).</source>
      <translation>Stratifiée plutôt qu’aléatoire : {points:+.1f} points, plus que le hasard (95 % : {low:+.1f} à {high:+.1f}).</translation>
    </message>
    <message>
      <source>Stratified instead of plain random: {points:+.1f} points, not established (95 %: {low:+.1f} to {high:+.1f}). Equal digits do not mend shared speakers.</source>
      <translation>Stratifiée plutôt qu’aléatoire : {points:+.1f} points, non établi (95 % : {low:+.1f} à {high:+.1f}). Équilibrer les chiffres ne corrige pas des locuteurs partagés.</translation>
    </message>
    <message>
      <source>Students: {n}. Questions: {m}.</source>
      <translation>Étudiants : {n}. Questions : {m}.</translation>
    </message>
    <message>
      <source>Swapped without dropout: the test loss rises from epoch 5.</source>
      <translation>Inversé, sans dropout : la perte de test remonte dès l'époque 5.</translation>
    </message>
    <message>
      <source>Swapped: a brutal drop between epochs 1 and 2.</source>
      <translation>Inversé : une chute brutale entre les époques 1 et 2.</translation>
    </message>
    <message>
      <source>Swapped: the loss of the first epoch is especially high.</source>
      <translation>Inversé : la perte de la première époque est particulièrement haute.</translation>
    </message>
    <message>
      <source>Swapping the sets is worse for the test loss.</source>
      <translation>Inverser les jeux dégrade la perte de test.</translation>
    </message>
    <message>
      <source>Tab Training: choose the setup and press Start, or press 'Run all 4'.</source>
      <translation>Onglet Apprentissage : choisissez la variante et appuyez sur Démarrer, ou sur « Lancer les 4 ».</translation>
    </message>
    <message>
      <source>Tab Training: choose the study Spoken digits and press Start.</source>
      <translation>Onglet Apprentissage : choisissez l’étude Chiffres parlés et appuyez sur Démarrer.</translation>
    </message>
    <message>
      <source>Tab Training: press 'Run all 4'.</source>
      <translation>Onglet Apprentissage : appuyez sur « Lancer les 4 ».</translation>
    </message>
    <message>
      <source>Table 1: duration (s)</source>
      <translation>Tableau 1 : durée (s)</translation>
    </message>
    <message>
      <source>Table 1: sample rate (Hz)</source>
      <translation>Tableau 1 : fréquence d’échantillonnage (Hz)</translation>
    </message>
    <message>
      <source>Table 1: samples</source>
      <translation>Tableau 1 : échantillons</translation>
    </message>
    <message>
      <source>Table 1: spectrogram</source>
      <translation>Tableau 1 : spectrogramme</translation>
    </message>
    <message>
      <source>Table 2: clips to test</source>
      <translation>Tableau 2 : extraits pour tester</translation>
    </message>
    <message>
      <source>Table 3: clips to learn from</source>
      <translation>Tableau 3 : extraits pour apprendre</translation>
    </message>
    <message>
      <source>Table {n}.</source>
      <translation>Tableau {n}.</translation>
    </message>
    <message>
      <source>Table {n}: pictures above 99 %</source>
      <translation>Tableau {n} : images au-dessus de 99 %</translation>
    </message>
    <message>
      <source>Table {n}: pictures below 80 %</source>
      <translation>Tableau {n} : images au-dessous de 80 %</translation>
    </message>
    <message>
      <source>Ten pictures of growing brightness.</source>
      <translation>Dix images de luminosité croissante.</translation>
    </message>
    <message>
      <source>Ten pictures of growing perspective.</source>
      <translation>Dix images de perspective croissante.</translation>
    </message>
    <message>
      <source>Test loss</source>
      <translation>Perte de test</translation>
    </message>
    <message>
      <source>Test loss: without dropout it goes back up, with dropout it keeps going down.</source>
      <translation>Perte de test : sans dropout elle remonte, avec dropout elle continue de baisser.</translation>
    </message>
    <message>
      <source>The answers.</source>
      <translation>Les réponses.</translation>
    </message>
    <message>
      <source>The best fusion is right in {fused:.1f} % of the pairs, the better single modality in {single:.1f} %: fusion makes {ratio:.0f} % of its errors.</source>
      <translation>La meilleure fusion a raison dans {fused:.1f} % des paires, la meilleure modalité seule dans {single:.1f} % : la fusion fait {ratio:.0f} % de ses erreurs.</translation>
    </message>
    <message>
      <source>The best fusion names {share:.1f} % of the pairs rightly.</source>
      <translation>La meilleure fusion nomme juste {share:.1f} % des paires.</translation>
    </message>
    <message>
      <source>The comparison of the strategies.</source>
      <translation>La comparaison des stratégies.</translation>
    </message>
    <message>
      <source>The difference of {gain:.1f} points may be chance: its interval goes from {low:.1f} to {high:.1f}.</source>
      <translation>La différence de {gain:.1f} points peut être due au hasard : son intervalle va de {low:.1f} à {high:.1f}.</translation>
    </message>
    <message>
      <source>The four setups at epoch {epoch}, in nats per picture.</source>
      <translation>Les quatre variantes à l’époque {epoch}, en nats par image.</translation>
    </message>
    <message>
      <source>The gain of {gain:.1f} points is more than chance: its interval goes from {low:.1f} to {high:.1f}.</source>
      <translation>Le gain de {gain:.1f} points dépasse le hasard : son intervalle va de {low:.1f} à {high:.1f}.</translation>
    </message>
    <message>
      <source>The heat is strongest at x {x:.0f}, y {y:.0f} of {width} by {height} pixels.</source>
      <translation>La chaleur est maximale en x {x:.0f}, y {y:.0f} sur {width} par {height} pixels.</translation>
    </message>
    <message>
      <source>The heat leaves the object when the score falls: below 80 % its maximum lies there in {peaks} % of {steps} steps; the object holds {low} % of the heat, {high} % above.</source>
      <translation>La chaleur quitte l'objet quand le score chute : sous 80 %, son maximum y est dans {peaks} % des {steps} étapes ; l'objet porte {low} % de la chaleur, {high} % au-dessus.</translation>
    </message>
    <message>
      <source>The heat stays on the object although the score falls: below 80 % its maximum lies there in {peaks} % of {steps} steps; the object holds {low} % of the heat, {high} % above.</source>
      <translation>La chaleur reste sur l'objet bien que le score chute : sous 80 %, son maximum y est dans {peaks} % des {steps} étapes ; l'objet porte {low} % de la chaleur, {high} % au-dessus.</translation>
    </message>
    <message>
      <source>The heat stays on the object at some steps only: below 80 % its maximum lies there in {peaks} % of {steps} steps; the object holds {low} % of the heat, {high} % above.</source>
      <translation>La chaleur ne reste sur l'objet qu'à certaines étapes : sous 80 %, son maximum y est dans {peaks} % des {steps} étapes ; l'objet porte {low} % de la chaleur, {high} % au-dessus.</translation>
    </message>
    <message>
      <source>The image is more reliable most clearly for {digit:.0f}: {lead:.0f} points ahead of the sound.</source>
      <translation>L’image est plus fiable surtout pour le {digit:.0f} : {lead:.0f} points d’avance sur le son.</translation>
    </message>
    <message>
      <source>The largest change that is no chance is {points:+.1f} points: {factor} {value} instead of {against}.</source>
      <translation>Le plus grand changement qui ne doit rien au hasard est de {points:+.1f} points : {factor} {value} au lieu de {against}.</translation>
    </message>
    <message>
      <source>The network of the report: shapes from the spectrogram to the ten answers.</source>
      <translation>Le réseau du rapport : les formes, du spectrogramme aux dix réponses.</translation>
    </message>
    <message>
      <source>The network unlearns: the train loss is {last:.3f}, more than guessing costs ({guess:.3f}).</source>
      <translation>Le réseau désapprend : la perte d'apprentissage est de {last:.3f}, plus que répondre au hasard ({guess:.3f}).</translation>
    </message>
    <message>
      <source>The report states {low:.0f} to {high:.0f} samples and a mean of 0.3 to 0.35 s. Counted at 8,000 Hz, {inside:.0f} of these {count:.0f} clips ({share:.1f} %) are that long: they go from {least:.0f} to {most:.0f} samples, with a mean of {mean:.0f} ({mean_s:.3f} s) and a median of {median:.0f}; {beyond:.0f} are longer than one second.</source>
      <translation>Le rapport annonce de {low:.0f} à {high:.0f} échantillons et une durée moyenne de 0,3 à 0,35 s. Comptés à 8 000 Hz, {inside:.0f} de ces {count:.0f} enregistrements ({share:.1f} %) ont cette longueur : ils vont de {least:.0f} à {most:.0f} échantillons, avec une moyenne de {mean:.0f} ({mean_s:.3f} s) et une médiane de {median:.0f} ; {beyond:.0f} dépassent une seconde.</translation>
    </message>
    <message>
      <source>The score never reaches 80 % in this series (at most {high} %): how it reacts is not established.</source>
      <translation>Le score n'atteint jamais 80 % dans cette série (au plus {high} %) : sa réaction n'est pas établie.</translation>
    </message>
    <message>
      <source>The score stays above 80 % in the whole series (at least {low} %): this network bears it.</source>
      <translation>Le score reste au-dessus de 80 % dans toute la série (au moins {low} %) : ce réseau le supporte.</translation>
    </message>
    <message>
      <source>The set</source>
      <translation>L’ensemble</translation>
    </message>
    <message>
      <source>The sound is more reliable most clearly for {digit:.0f}: {lead:.0f} points ahead of the image.</source>
      <translation>Le son est plus fiable surtout pour le {digit:.0f} : {lead:.0f} points d’avance sur l’image.</translation>
    </message>
    <message>
      <source>The split: 75 % to learn from, 25 % to test</source>
      <translation>La répartition : 75 % pour apprendre, 25 % pour tester</translation>
    </message>
    <message>
      <source>The statements of the report on these curves.</source>
      <translation>Les affirmations du rapport sur ces courbes.</translation>
    </message>
    <message>
      <source>The strategy that trusts the image most follows it in {image:.0f} % of the conflicts and the sound in {sound:.0f} %; in {neither:.0f} % it names a digit that nobody meant.</source>
      <translation>La stratégie qui se fie le plus à l’image la suit dans {image:.0f} % des conflits et le son dans {sound:.0f} % ; dans {neither:.0f} %, elle nomme un chiffre que personne ne voulait dire.</translation>
    </message>
    <message>
      <source>The strategy that trusts the sound most follows it in {sound:.0f} % of the conflicts and the image in {image:.0f} %; in {neither:.0f} % it names a digit that nobody meant.</source>
      <translation>La stratégie qui se fie le plus au son le suit dans {sound:.0f} % des conflits et l’image dans {image:.0f} % ; dans {neither:.0f} %, elle nomme un chiffre que personne ne voulait dire.</translation>
    </message>
    <message>
      <source>The swapped runs have a higher test loss than the standard ones.</source>
      <translation>Les essais inversés ont une perte de test plus haute que les essais ordinaires.</translation>
    </message>
    <message>
      <source>The ten pictures with their heat, and the curve of the scores.</source>
      <translation>Les dix images avec leur chaleur, et la courbe des scores.</translation>
    </message>
    <message>
      <source>The test losses of the setups over each other.</source>
      <translation>Les pertes de test des variantes superposées.</translation>
    </message>
    <message>
      <source>The three places to fuse: late, early, joint.</source>
      <translation>Les trois endroits où fusionner : tard, tôt, au milieu.</translation>
    </message>
    <message>
      <source>The train loss goes towards 0.</source>
      <translation>La perte d'apprentissage tend vers 0.</translation>
    </message>
    <message>
      <source>The train losses of the setups over each other.</source>
      <translation>Les pertes d’apprentissage des variantes superposées.</translation>
    </message>
    <message>
      <source>The waveform shows how loud the sound is at each instant; the mel spectrogram shows which frequencies it is made of. The first tells when, the second tells what was said: a network is given the second.</source>
      <translation>La forme d’onde montre l’intensité du son à chaque instant ; le spectrogramme mel montre de quelles fréquences il est fait. La première dit quand, le second dit ce qui a été dit : c’est lui que reçoit le réseau.</translation>
    </message>
    <message>
      <source>Three pictures: one object, several, none.</source>
      <translation>Trois images : un objet, plusieurs, aucun.</translation>
    </message>
    <message>
      <source>Train and test loss at every epoch, setup {setup}.</source>
      <translation>Pertes d’apprentissage et de test à chaque époque, variante {setup}.</translation>
    </message>
    <message>
      <source>Train loss {first:.4f} at the first epoch, {train:.4f} at the last; test loss {test:.4f} at the last, lowest {lowest:.4f} at epoch {epoch}.</source>
      <translation>Perte d’apprentissage {first:.4f} à la première époque, {train:.4f} à la dernière ; perte de test {test:.4f} à la dernière, au plus bas {lowest:.4f} à l’époque {epoch}.</translation>
    </message>
    <message>
      <source>Train loss {first:.4f} → {second:.4f}: {share:.0f} % of its whole fall.</source>
      <translation>Perte d'apprentissage {first:.4f} → {second:.4f} : {share:.0f} % de toute sa baisse.</translation>
    </message>
    <message>
      <source>Train loss {train:.4f} → {train_end:.4f}, test loss {test:.4f} → {test_end:.4f}.</source>
      <translation>Perte d'apprentissage {train:.4f} → {train_end:.4f}, perte de test {test:.4f} → {test_end:.4f}.</translation>
    </message>
    <message>
      <source>Train loss, as seen</source>
      <translation>Perte d’apprentissage, telle quelle</translation>
    </message>
    <message>
      <source>Train loss, measured without dropout</source>
      <translation>Perte d’apprentissage, mesurée sans dropout</translation>
    </message>
    <message>
      <source>Two convolutions look for patterns in the spectrogram, one linear layer weighs what they found. The report's 38 x 19 x 10 comes from clips padded to 48,000 samples, six seconds of which most is silence (R9).</source>
      <translation>Deux convolutions cherchent des motifs dans le spectrogramme, une couche linéaire pèse ce qu’elles ont trouvé. Le 38 x 19 x 10 du rapport vient d’extraits complétés à 48 000 échantillons, six secondes dont la plupart sont du silence (R9).</translation>
    </message>
    <message>
      <source>Voices that were learnt: {known:.1f} %; voices never heard: {new:.1f} %. The difference of {points:.1f} points is larger than chance (95 %: {low:.1f} to {high:.1f}): that much of the first figure comes from knowing the speakers.</source>
      <translation>Voix apprises : {known:.1f} % ; voix jamais entendues : {new:.1f} %. L’écart de {points:.1f} points dépasse le hasard (95 % : {low:.1f} à {high:.1f}) : c’est la part du premier chiffre qui vient de ce que les locuteurs sont connus.</translation>
    </message>
    <message>
      <source>Voices that were learnt: {known:.1f} %; voices never heard: {new:.1f} %. The difference of {points:.1f} points is not established (95 %: {low:.1f} to {high:.1f}).</source>
      <translation>Voix apprises : {known:.1f} % ; voix jamais entendues : {new:.1f} %. L’écart de {points:.1f} points n’est pas établi (95 % : {low:.1f} à {high:.1f}).</translation>
    </message>
    <message>
      <source>Voices that were learnt: {known:.1f} %; voices never heard: {new:.1f} %. The difference of {points:.1f} points is not established: chance among the clips gives {low:.1f} to {high:.1f}, and the {speakers:.0f} speakers alone leave ± {margin:.1f}.</source>
      <translation>Voix apprises : {known:.1f} % ; voix jamais entendues : {new:.1f} %. L’écart de {points:.1f} points n’est pas établi : le hasard des enregistrements donne de {low:.1f} à {high:.1f}, et les {speakers:.0f} locuteurs à eux seuls laissent ± {margin:.1f}.</translation>
    </message>
    <message>
      <source>Waveform and mel spectrogram of {name}.</source>
      <translation>Forme d’onde et spectrogramme mel de {name}.</translation>
    </message>
    <message>
      <source>What the report concludes, checked</source>
      <translation>Ce que conclut le rapport, vérifié</translation>
    </message>
    <message>
      <source>Where one modality is more reliable than the other</source>
      <translation>Où une modalité est plus fiable que l’autre</translation>
    </message>
    <message>
      <source>Where only one of them is right, it is the one that is surer of itself in {share:.0f} % of the cases.</source>
      <translation>Quand un seul des deux a raison, c’est le plus sûr de lui dans {share:.0f} % des cas.</translation>
    </message>
    <message>
      <source>Whether the heat leaves the object when the score falls is not established: it takes a step above 80 % and two below at which the object is in the picture.</source>
      <translation>Que la chaleur quitte l'objet quand le score chute n'est pas établi : il faut une étape au-dessus de 80 % et deux en dessous où l'objet est dans l'image.</translation>
    </message>
    <message>
      <source>Who answered what.</source>
      <translation>Qui a répondu quoi.</translation>
    </message>
    <message>
      <source>With dropout the test loss follows the train loss.</source>
      <translation>Avec dropout, la perte de test suit la perte d'apprentissage.</translation>
    </message>
    <message>
      <source>With one half lost, the best fusion of the clean pairs loses at most {loss:.1f} points against the half that is left; {most:.0f} would be bearable.</source>
      <translation>Quand une moitié est perdue, la meilleure fusion des paires intactes perd au plus {loss:.1f} points sur la moitié qui reste ; {most:.0f} serait supportable.</translation>
    </message>
    <message>
      <source>Without dropout the train loss ends clearly lower.</source>
      <translation>Sans dropout, la perte d'apprentissage finit nettement plus bas.</translation>
    </message>
    <message>
      <source>Without dropout: the test loss rises from epoch 3.</source>
      <translation>Sans dropout : la perte de test remonte dès l'époque 3.</translation>
    </message>
    <message>
      <source>accuracy (%)</source>
      <translation>exactitude (%)</translation>
    </message>
    <message>
      <source>amplitude</source>
      <translation>amplitude</translation>
    </message>
    <message>
      <source>answer</source>
      <translation>réponse</translation>
    </message>
    <message>
      <source>at least 0</source>
      <translation>au moins 0</translation>
    </message>
    <message>
      <source>cannot tell</source>
      <translation>indécidable</translation>
    </message>
    <message>
      <source>characteristic</source>
      <translation>caractéristique</translation>
    </message>
    <message>
      <source>clips</source>
      <translation>extraits</translation>
    </message>
    <message>
      <source>clips in the report</source>
      <translation>extraits du rapport</translation>
    </message>
    <message>
      <source>difference</source>
      <translation>différence</translation>
    </message>
    <message>
      <source>digit</source>
      <translation>chiffre</translation>
    </message>
    <message>
      <source>does not hold</source>
      <translation>non vérifié</translation>
    </message>
    <message>
      <source>duration (s)</source>
      <translation>durée (s)</translation>
    </message>
    <message>
      <source>effect of dropout</source>
      <translation>effet du dropout</translation>
    </message>
    <message>
      <source>effect of the swap</source>
      <translation>effet de l’échange</translation>
    </message>
    <message>
      <source>epoch</source>
      <translation>époque</translation>
    </message>
    <message>
      <source>errors</source>
      <translation>erreurs</translation>
    </message>
    <message>
      <source>figure</source>
      <translation>figure</translation>
    </message>
    <message>
      <source>found</source>
      <translation>trouvé</translation>
    </message>
    <message>
      <source>from</source>
      <translation>de</translation>
    </message>
    <message>
      <source>heat over the picture</source>
      <translation>chaleur sur l’image</translation>
    </message>
    <message>
      <source>high, slightly lower</source>
      <translation>haute, un peu plus basse</translation>
    </message>
    <message>
      <source>holds</source>
      <translation>vérifié</translation>
    </message>
    <message>
      <source>input</source>
      <translation>entrée</translation>
    </message>
    <message>
      <source>interaction</source>
      <translation>interaction</translation>
    </message>
    <message>
      <source>item</source>
      <translation>point</translation>
    </message>
    <message>
      <source>loss (nats per example)</source>
      <translation>perte (nats par exemple)</translation>
    </message>
    <message>
      <source>measure</source>
      <translation>mesure</translation>
    </message>
    <message>
      <source>mel band</source>
      <translation>bande mel</translation>
    </message>
    <message>
      <source>mine</source>
      <translation>les miens</translation>
    </message>
    <message>
      <source>missing</source>
      <translation>manquant</translation>
    </message>
    <message>
      <source>near 100</source>
      <translation>près de 100</translation>
    </message>
    <message>
      <source>no ball: a zebra</source>
      <translation>aucune balle : un zèbre</translation>
    </message>
    <message>
      <source>not as expected</source>
      <translation>pas comme attendu</translation>
    </message>
    <message>
      <source>not found</source>
      <translation>non trouvé</translation>
    </message>
    <message>
      <source>one ball</source>
      <translation>une balle</translation>
    </message>
    <message>
      <source>page {n}</source>
      <translation>page {n}</translation>
    </message>
    <message>
      <source>parameter</source>
      <translation>paramètre</translation>
    </message>
    <message>
      <source>parameters</source>
      <translation>paramètres</translation>
    </message>
    <message>
      <source>picture</source>
      <translation>image</translation>
    </message>
    <message>
      <source>program</source>
      <translation>programme</translation>
    </message>
    <message>
      <source>raw map</source>
      <translation>carte brute</translation>
    </message>
    <message>
      <source>report</source>
      <translation>rapport</translation>
    </message>
    <message>
      <source>report (%)</source>
      <translation>rapport (%)</translation>
    </message>
    <message>
      <source>right</source>
      <translation>juste</translation>
    </message>
    <message>
      <source>runs from</source>
      <translation>essais de</translation>
    </message>
    <message>
      <source>sample rate</source>
      <translation>fréquence d’échantillonnage</translation>
    </message>
    <message>
      <source>score (%)</source>
      <translation>score (%)</translation>
    </message>
    <message>
      <source>several balls</source>
      <translation>plusieurs balles</translation>
    </message>
    <message>
      <source>shape</source>
      <translation>forme</translation>
    </message>
    <message>
      <source>shape of the spectrogram</source>
      <translation>forme du spectrogramme</translation>
    </message>
    <message>
      <source>shape of the waveform</source>
      <translation>forme de l’onde</translation>
    </message>
    <message>
      <source>share</source>
      <translation>part</translation>
    </message>
    <message>
      <source>share (%)</source>
      <translation>part (%)</translation>
    </message>
    <message>
      <source>statement</source>
      <translation>affirmation</translation>
    </message>
    <message>
      <source>station</source>
      <translation>étape</translation>
    </message>
    <message>
      <source>strategy</source>
      <translation>stratégie</translation>
    </message>
    <message>
      <source>student</source>
      <translation>étudiant</translation>
    </message>
    <message>
      <source>system</source>
      <translation>système</translation>
    </message>
    <message>
      <source>test</source>
      <translation>test</translation>
    </message>
    <message>
      <source>time (ms)</source>
      <translation>temps (ms)</translation>
    </message>
    <message>
      <source>time (s)</source>
      <translation>temps (s)</translation>
    </message>
    <message>
      <source>to</source>
      <translation>à</translation>
    </message>
    <message>
      <source>to be read</source>
      <translation>à lire</translation>
    </message>
    <message>
      <source>to learn from</source>
      <translation>pour apprendre</translation>
    </message>
    <message>
      <source>to test</source>
      <translation>pour tester</translation>
    </message>
    <message>
      <source>train</source>
      <translation>entraînement</translation>
    </message>
    <message>
      <source>train, measured again without dropout</source>
      <translation>apprentissage, remesuré sans dropout</translation>
    </message>
    <message>
      <source>value</source>
      <translation>valeur</translation>
    </message>
    <message>
      <source>verdict</source>
      <translation>verdict</translation>
    </message>
    <message>
      <source>versions</source>
      <translation>versions</translation>
    </message>
    <message>
      <source>what</source>
      <translation>quoi</translation>
    </message>
    <message>
      <source>why</source>
      <translation>pourquoi</translation>
    </message>
    <message>
      <source>why they may differ</source>
      <translation>pourquoi ils peuvent différer</translation>
    </message>
    <message>
      <source>{below} of {steps} random draws fall below 80 % (the least gives {low} %). Draws have no order, so that gradual or abrupt cannot be told from them.</source>
      <translation>{below} tirages au hasard sur {steps} tombent sous 80 % (le plus bas donne {low} %). Des tirages n'ont pas d'ordre : on ne peut en tirer ni progressif ni brusque.</translation>
    </message>
    <message>
      <source>{formula}; {n:,} parameters.</source>
      <translation>{formula} ; {n:,} paramètres.</translation>
    </message>
    <message>
      <source>{n} stations and {parameters:,} parameters.</source>
      <translation>{n} étapes et {parameters:,} paramètres.</translation>
    </message>
    <message>
      <source>{seconds:.2f} s of sound, loudest sample {peak:.2f}; {bands} bands by {columns} columns.</source>
      <translation>{seconds:.2f} s de son, échantillon le plus fort {peak:.2f} ; {bands} bandes sur {columns} colonnes.</translation>
    </message>
    <message>
      <source>χ² = 0: every digit has exactly the same share in both parts.</source>
      <translation>χ² = 0 : chaque chiffre a exactement la même part des deux côtés.</translation>
    </message>
    <message>
      <source>χ² = {chi:.2f}, {degrees:.0f} degrees of freedom, p = {p:.2f}: of 100 random splits, {share:.0f} part the digits at least as unequally. The parts are as balanced as chance makes them.</source>
      <translation>χ² = {chi:.2f}, {degrees:.0f} degrés de liberté, p = {p:.2f} : sur 100 répartitions au hasard, {share:.0f} partagent les chiffres au moins aussi inégalement. Les parties sont aussi équilibrées que le hasard les fait.</translation>
    </message>
    <message>
      <source>χ² = {chi:.2f}, {degrees:.0f} degrees of freedom, p = {p:.2g}: chance alone rarely parts the digits so unequally. The parts are not balanced.</source>
      <translation>χ² = {chi:.2f}, {degrees:.0f} degrés de liberté, p = {p:.2g} : le hasard seul partage rarement les chiffres aussi inégalement. Les parties ne sont pas équilibrées.</translation>
    </message>
  </context>
  <context>
    <name>FindingsPanel</name>
    <message>
      <source>2 × 2 table</source>
      <translation>Tableau 2 × 2</translation>
    </message>
    <message>
      <source>After the first epoch: what the curves show.</source>
      <translation>Après la première époque : ce que montrent les courbes.</translation>
    </message>
    <message>
      <source>Choose a finding to see its epoch on the curves</source>
      <translation>Choisissez un constat pour voir son époque sur les courbes</translation>
    </message>
    <message>
      <source>Claims of the report</source>
      <translation>Dires du compte rendu</translation>
    </message>
    <message>
      <source>Claims of the report, checked on your runs</source>
      <translation>Dires du compte rendu, vérifiés sur vos essais</translation>
    </message>
    <message>
      <source>Findings of the chosen run</source>
      <translation>Constats de l'essai choisi</translation>
    </message>
    <message>
      <source>Read from the mean of {count} runs with different seeds.</source>
      <translation>Lu sur la moyenne de {count} essais de graines différentes.</translation>
    </message>
    <message>
      <source>Reading the curves</source>
      <translation>Lecture des courbes</translation>
    </message>
    <message>
      <source>Runs: {runs}</source>
      <translation>Essais : {runs}</translation>
    </message>
    <message>
      <source>This run</source>
      <translation>Cet essai</translation>
    </message>
    <message>
      <source>What the curves of the chosen run show, and what they do not</source>
      <translation>Ce que montrent les courbes de l'essai choisi, et ce qu'elles ne montrent pas</translation>
    </message>
    <message>
      <source>breaks down</source>
      <translation>s'effondre</translation>
    </message>
    <message>
      <source>cannot tell</source>
      <translation>indécidable</translation>
    </message>
    <message>
      <source>does not hold</source>
      <translation>non vérifié</translation>
    </message>
    <message>
      <source>established</source>
      <translation>établi</translation>
    </message>
    <message>
      <source>first drop</source>
      <translation>première chute</translation>
    </message>
    <message>
      <source>gap</source>
      <translation>écart</translation>
    </message>
    <message>
      <source>holds</source>
      <translation>vérifié</translation>
    </message>
    <message>
      <source>lowest test loss</source>
      <translation>perte de test min.</translation>
    </message>
    <message>
      <source>not established</source>
      <translation>non établi</translation>
    </message>
    <message>
      <source>plateau</source>
      <translation>plateau</translation>
    </message>
    <message>
      <source>still guessing</source>
      <translation>devine encore</translation>
    </message>
    <message>
      <source>{setup} (seed {seed})</source>
      <translation>{setup} (graine {seed})</translation>
    </message>
  </context>
  <context>
    <name>Fusion</name>
    <message>
      <source>Attention: how much to trust which</source>
      <translation>Attention : à qui se fier, et combien</translation>
    </message>
    <message>
      <source>Averaged to the size of the picture</source>
      <translation>Moyenné à la taille de l’image</translation>
    </message>
    <message>
      <source>Classifier</source>
      <translation>Classifieur</translation>
    </message>
    <message>
      <source>Early fusion</source>
      <translation>Fusion précoce</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>Époques</translation>
    </message>
    <message>
      <source>Image alone</source>
      <translation>Image seule</translation>
    </message>
    <message>
      <source>Image encoder</source>
      <translation>Encodeur de l’image</translation>
    </message>
    <message>
      <source>Joint fusion, attention</source>
      <translation>Fusion conjointe, attention</translation>
    </message>
    <message>
      <source>Joint fusion, side by side</source>
      <translation>Fusion conjointe, côte à côte</translation>
    </message>
    <message>
      <source>Laid on each other</source>
      <translation>Posés l’un sur l’autre</translation>
    </message>
    <message>
      <source>Late fusion, vote of three</source>
      <translation>Fusion tardive, vote à trois</translation>
    </message>
    <message>
      <source>Late fusion, vote of two</source>
      <translation>Fusion tardive, vote à deux</translation>
    </message>
    <message>
      <source>Late fusion, weighted</source>
      <translation>Fusion tardive, pondérée</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>Taux d'appr.</translation>
    </message>
    <message>
      <source>Majority; a tie goes to the surer one</source>
      <translation>Majorité ; à égalité, le plus sûr l’emporte</translation>
    </message>
    <message>
      <source>Mel spectrogram, dB</source>
      <translation>Spectrogramme de Mel, dB</translation>
    </message>
    <message>
      <source>One encoder for both</source>
      <translation>Un encodeur pour les deux</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>Image</translation>
    </message>
    <message>
      <source>Side by side</source>
      <translation>Côte à côte</translation>
    </message>
    <message>
      <source>Softmax: scores</source>
      <translation>Softmax : scores</translation>
    </message>
    <message>
      <source>Sound</source>
      <translation>Son</translation>
    </message>
    <message>
      <source>Sound alone</source>
      <translation>Son seul</translation>
    </message>
    <message>
      <source>Sound encoder</source>
      <translation>Encodeur du son</translation>
    </message>
    <message>
      <source>Third voter: joint fusion, attention</source>
      <translation>Troisième voix : fusion conjointe, attention</translation>
    </message>
    <message>
      <source>Weighted product</source>
      <translation>Produit pondéré</translation>
    </message>
    <message>
      <source>Weighted sum</source>
      <translation>Somme pondérée</translation>
    </message>
    <message>
      <source>not finished</source>
      <translation>inachevée</translation>
    </message>
    <message>
      <source>one seed</source>
      <translation>une graine</translation>
    </message>
    <message>
      <source>the digit both name; else that of the surer one, at equal confidence the image's</source>
      <translation>le chiffre que les deux nomment ; sinon celui du plus sûr, à confiance égale celui de l’image</translation>
    </message>
    <message>
      <source>the digit two of image, sound and joint fusion with attention name; else that of the surest one</source>
      <translation>le chiffre que nomment deux des trois (image, son, fusion conjointe avec attention) ; sinon celui du plus sûr</translation>
    </message>
    <message>
      <source>{name}: {what}</source>
      <translation>{name} : {what}</translation>
    </message>
    <message>
      <source>{n} seeds</source>
      <translation>{n} graines</translation>
    </message>
    <message>
      <source>{n} weights</source>
      <translation>{n} poids</translation>
    </message>
  </context>
  <context>
    <name>FusionChoice</name>
    <message>
      <source>How both are combined</source>
      <translation>Comment les deux sont combinés</translation>
    </message>
    <message>
      <source>Weighted product: the scores are multiplied, each to the power of its weight; with equal weights that is Bayes' rule.
Vote: each says its best guess; at a tie the surer one counts.
Early and joint: a network of your own runs of the fusion study reads drawing and word together.</source>
      <translation>Produit pondéré : les scores sont multipliés, chacun à la puissance de son poids ; à poids égaux, c’est la règle de Bayes.
Vote : chacun dit son premier choix ; en cas d’égalité, le plus sûr compte.
Précoce et conjointe : un réseau de vos propres essais de l’étude de fusion lit ensemble le dessin et le mot.</translation>
    </message>
  </context>
  <context>
    <name>FusionComparisonView</name>
    <message>
      <source>By seed: {accuracies}</source>
      <translation>Par graine : {accuracies}</translation>
    </message>
    <message>
      <source>Each test pair is a picture and a sound of the same digit. The lab trains image alone, sound alone, early fusion and both joint fusions, for several seeds, joins the answers of the single ones in three ways (late fusion), and compares all eight on the same pairs. It can be stopped at any time and goes on where it was.</source>
      <translation>Chaque paire de test est une image et un son du même chiffre. Le labo entraîne l’image seule, le son seul, la fusion précoce et les deux fusions conjointes, pour plusieurs graines, joint de trois façons les réponses des deux premiers (fusion tardive) et compare les huit sur les mêmes paires. On peut arrêter à tout moment ; la suite reprend où l’on en était.</translation>
    </message>
    <message>
      <source>Seeds that lack networks: {seeds}. Run the whole comparison to go on with them.</source>
      <translation>Graines auxquelles il manque des réseaux : {seeds}. Lancez toute la comparaison pour les achever.</translation>
    </message>
    <message>
      <source>Seeds: {seeds}. Share of the image in late fusion, fitted: {weights}.</source>
      <translation>Graines : {seeds}. Part de l’image dans la fusion tardive, ajustée : {weights}.</translation>
    </message>
    <message>
      <source>The first answers come when all five networks of a seed have learnt.</source>
      <translation>Les premières réponses viennent quand les cinq réseaux d’une graine ont appris.</translation>
    </message>
    <message>
      <source>What it shows</source>
      <translation>Ce qu’on y voit</translation>
    </message>
    <message>
      <source>Which fusion is best?</source>
      <translation>Quelle fusion est la meilleure ?</translation>
    </message>
    <message>
      <source>kept from before</source>
      <translation>gardé d’avant</translation>
    </message>
    <message>
      <source>learnt now</source>
      <translation>appris maintenant</translation>
    </message>
    <message>
      <source>{pairs} test pairs, {clips} recordings of {voices} voices that no network has heard.</source>
      <translation>{pairs} paires de test, {clips} enregistrements de {voices} voix qu’aucun réseau n’a entendues.</translation>
    </message>
    <message>
      <source>{pairs} test pairs, {clips} recordings of {voices} voices.</source>
      <translation>{pairs} paires de test, {clips} enregistrements de {voices} voix.</translation>
    </message>
    <message>
      <source>{strategy} makes no error, “{single}” {n}.</source>
      <translation>{strategy} : aucune erreur, contre {n} pour « {single} ».</translation>
    </message>
    <message>
      <source>{strategy} makes {ratio} of the errors of “{single}”.</source>
      <translation>{strategy} : {ratio} des erreurs de « {single} ».</translation>
    </message>
    <message>
      <source>{strategy} makes {times:.1f} times the errors of “{single}”.</source>
      <translation>{strategy} : {times:.1f} fois les erreurs de « {single} ».</translation>
    </message>
    <message>
      <source>{strategy}, seed {seed}: {accuracy} ({how})</source>
      <translation>{strategy}, graine {seed} : {accuracy} ({how})</translation>
    </message>
    <message>
      <source>{strategy}: a difference to “{single}” is not established.</source>
      <translation>{strategy} : aucune différence établie avec « {single} ».</translation>
    </message>
  </context>
  <context>
    <name>FusionConflictView</name>
    <message>
      <source>No test pair has these digits.</source>
      <translation>Aucune paire de test n’a ces chiffres.</translation>
    </message>
    <message>
      <source>Over all conflicts</source>
      <translation>Sur tous les conflits</translation>
    </message>
    <message>
      <source>Whom each strategy follows in the chosen cell</source>
      <translation>Qui chaque stratégie suit dans la case choisie</translation>
    </message>
    <message>
      <source>Whom each strategy follows, over all conflicts</source>
      <translation>Qui chaque stratégie suit, sur tous les conflits</translation>
    </message>
    <message>
      <source>neither</source>
      <translation>aucun des deux</translation>
    </message>
    <message>
      <source>the image wins</source>
      <translation>l’image l’emporte</translation>
    </message>
    <message>
      <source>the sound wins</source>
      <translation>le son l’emporte</translation>
    </message>
    <message>
      <source>{drawn} is drawn, {said} is said</source>
      <translation>{drawn} est dessiné, {said} est dit</translation>
    </message>
    <message>
      <source>{strategy}: of {pairs} pairs of each seed, {image} % are answered {drawn}, {sound} % {said}, {neither} % neither.</source>
      <translation>{strategy} : sur {pairs} paires par graine, {image} % de réponses {drawn}, {sound} % de {said}, {neither} % d’autres.</translation>
    </message>
    <message>
      <source>{strategy}: of {pairs} pairs of each seed, {image} % are answered {drawn}. No conflict here.</source>
      <translation>{strategy} : sur {pairs} paires par graine, {image} % de réponses {drawn}. Ici, pas de conflit.</translation>
    </message>
  </context>
  <context>
    <name>FusionDiagramView</name>
    <message>
      <source>Any of the eight strategies</source>
      <translation>L’une des huit stratégies</translation>
    </message>
    <message>
      <source>Early, joint and late fusion</source>
      <translation>Fusion précoce, conjointe et tardive</translation>
    </message>
    <message>
      <source>Figure 10: where to fuse</source>
      <translation>Figure 10 : où fusionner</translation>
    </message>
    <message>
      <source>Figure 11: attention</source>
      <translation>Figure 11 : attention</translation>
    </message>
    <message>
      <source>Joint fusion with attention</source>
      <translation>Fusion conjointe avec attention</translation>
    </message>
    <message>
      <source>One strategy</source>
      <translation>Une stratégie</translation>
    </message>
    <message>
      <source>Strategy</source>
      <translation>Stratégie</translation>
    </message>
    <message>
      <source>Which figure</source>
      <translation>Quelle figure</translation>
    </message>
  </context>
  <context>
    <name>FusionExport</name>
    <message>
      <source>Export</source>
      <translation>Exporter</translation>
    </message>
    <message>
      <source>Figure as a drawing (SVG)…</source>
      <translation>La figure en dessin (SVG)…</translation>
    </message>
    <message>
      <source>Figure as a page (PDF)…</source>
      <translation>La figure en page (PDF)…</translation>
    </message>
    <message>
      <source>Figure as a picture (PNG)…</source>
      <translation>La figure en image (PNG)…</translation>
    </message>
    <message>
      <source>Numbers as a table (CSV)…</source>
      <translation>Les nombres en tableau (CSV)…</translation>
    </message>
    <message>
      <source>Save the figure, its numbers or the pairs of the study (Ctrl+E)</source>
      <translation>Enregistrer la figure, ses nombres ou les paires de l’étude (Ctrl+E)</translation>
    </message>
    <message>
      <source>Save the pairs as CSV…</source>
      <translation>Enregistrer les paires en CSV…</translation>
    </message>
    <message>
      <source>Which picture meets which clip in which part, for others to check or to repeat</source>
      <translation>Quelle image rencontre quel enregistrement dans quelle partie, pour vérifier ou refaire</translation>
    </message>
  </context>
  <context>
    <name>FusionFactorsView</name>
    <message>
      <source>Change (points)</source>
      <translation>Écart (points)</translation>
    </message>
    <message>
      <source>Instead of</source>
      <translation>Au lieu de</translation>
    </message>
    <message>
      <source>Pairs of runs</source>
      <translation>Paires d’essais</translation>
    </message>
    <message>
      <source>Setting</source>
      <translation>Réglage</translation>
    </message>
    <message>
      <source>Strategy</source>
      <translation>Stratégie</translation>
    </message>
    <message>
      <source>Test accuracy with this value less that with the other, all else equal; 95 % interval</source>
      <translation>Exactitude de test avec cette valeur moins celle avec l’autre, tout le reste égal ; intervalle à 95 %</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Valeur</translation>
    </message>
    <message>
      <source>Verdict</source>
      <translation>Verdict</translation>
    </message>
    <message>
      <source>What helped</source>
      <translation>Ce qui a aidé</translation>
    </message>
    <message>
      <source>better</source>
      <translation>mieux</translation>
    </message>
    <message>
      <source>not established</source>
      <translation>non établi</translation>
    </message>
    <message>
      <source>worse</source>
      <translation>moins bien</translation>
    </message>
    <message>
      <source>{runs} kept runs of the study. To try another setting, change it under “More…” and run again.</source>
      <translation>{runs} essais de l’étude sont gardés. Pour essayer un autre réglage, changez-le sous « Plus… » et relancez.</translation>
    </message>
  </context>
  <context>
    <name>FusionForm</name>
    <message>
      <source>Each seed holds other speakers back, so that the interval speaks of voices too</source>
      <translation>Chaque graine écarte d’autres locuteurs : l’intervalle vaut alors aussi pour les voix</translation>
    </message>
    <message>
      <source>Encoder of the sound, noise, lost halves: what is changed rarely</source>
      <translation>Encodeur du son, bruit, moitiés perdues : ce que l’on change rarement</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>Époques</translation>
    </message>
    <message>
      <source>How long it takes on this machine is known after the first epoch.</source>
      <translation>La durée sur cette machine se connaît après la première époque.</translation>
    </message>
    <message>
      <source>How often each network goes through the pairs</source>
      <translation>Combien de fois chaque réseau parcourt les paires</translation>
    </message>
    <message>
      <source>How often everything is repeated from other first weights, with other voices held back</source>
      <translation>Combien de fois tout est refait depuis d’autres poids initiaux, avec d’autres voix écartées</translation>
    </message>
    <message>
      <source>Judged by the trainings with this data that are kept on this machine; if none is reused.</source>
      <translation>D’après les entraînements gardés sur cette machine avec ces données, si aucun n’est repris.</translation>
    </message>
    <message>
      <source>MNIST's digits are paired with FSDD's voices where they are on this machine, else built-in ones</source>
      <translation>Les chiffres de MNIST rencontrent les voix de FSDD si elles sont sur cette machine, sinon celles du labo</translation>
    </message>
    <message>
      <source>More…</source>
      <translation>Plus…</translation>
    </message>
    <message>
      <source>Other voices with each seed</source>
      <translation>D’autres voix à chaque graine</translation>
    </message>
    <message>
      <source>Run the whole comparison</source>
      <translation>Lancer toute la comparaison</translation>
    </message>
    <message>
      <source>Seeds</source>
      <translation>Graines</translation>
    </message>
    <message>
      <source>Train all five networks for each seed and compare the eight strategies. Networks that were trained so already, here or in the Training tab, are taken as they are; one that was stopped goes on.</source>
      <translation>Entraîner les cinq réseaux pour chaque graine et comparer les huit stratégies. Les réseaux déjà entraînés ainsi, ici ou dans l’onglet Apprentissage, sont pris tels quels ; celui qui a été arrêté continue.</translation>
    </message>
    <message>
      <source>about {time}</source>
      <translation>environ {time}</translation>
    </message>
    <message>
      <source>{hours:.1f} h</source>
      <translation>{hours:.1f} h</translation>
    </message>
    <message>
      <source>{minutes:.0f} min</source>
      <translation>{minutes:.0f} min</translation>
    </message>
    <message>
      <source>{n} trainings</source>
      <translation>{n} entraînements</translation>
    </message>
    <message>
      <source>{seconds:.0f} s</source>
      <translation>{seconds:.0f} s</translation>
    </message>
  </context>
  <context>
    <name>FusionPairView</name>
    <message>
      <source>A {digit}, drawn and said</source>
      <translation>Un {digit}, dessiné et dit</translation>
    </message>
    <message>
      <source>Asking every network…</source>
      <translation>Question à chaque réseau…</translation>
    </message>
    <message>
      <source>Attention trusts: image {image} · sound {sound}.</source>
      <translation>L’attention se fie : image {image} · son {sound}.</translation>
    </message>
    <message>
      <source>Click a mark, or walk through them with the arrow keys.</source>
      <translation>Cliquez sur un point, ou parcourez-les avec les flèches.</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>Image</translation>
    </message>
    <message>
      <source>No pair is chosen</source>
      <translation>Aucune paire choisie</translation>
    </message>
    <message>
      <source>Picture {picture}; spoken by {speaker}</source>
      <translation>Image {picture} ; dit par {speaker}</translation>
    </message>
    <message>
      <source>Sound</source>
      <translation>Son</translation>
    </message>
    <message>
      <source>The lighter the colour, the more that place spoke for the digit that joint fusion with attention answers.</source>
      <translation>Plus la couleur est claire, plus cet endroit a parlé pour le chiffre que répond la fusion conjointe avec attention.</translation>
    </message>
    <message>
      <source>The next pair</source>
      <translation>La paire suivante</translation>
    </message>
    <message>
      <source>The pair before</source>
      <translation>La paire précédente</translation>
    </message>
    <message>
      <source>To the score of its answer {digit} the image adds {image:+.1f}, the sound {sound:+.1f}.</source>
      <translation>Au score de sa réponse {digit}, l’image ajoute {image:+.1f} et le son {sound:+.1f}.</translation>
    </message>
    <message>
      <source>What each strategy said</source>
      <translation>Ce qu’a dit chaque stratégie</translation>
    </message>
    <message>
      <source>{seconds:.2f} s</source>
      <translation>{seconds:.2f} s</translation>
    </message>
  </context>
  <context>
    <name>FusionPaper</name>
    <message>
      <source>Accuracy under noise</source>
      <translation>Exactitude dans le bruit</translation>
    </message>
    <message>
      <source>Fusion strategies compared</source>
      <translation>Stratégies de fusion comparées</translation>
    </message>
    <message>
      <source>Robustness to the image, sound at {snr:g} dB</source>
      <translation>Robustesse à l’image, son à {snr:g} dB</translation>
    </message>
    <message>
      <source>Robustness to the sound, image damage {severity:.0f} %</source>
      <translation>Robustesse au son, image abîmée à {severity:.0f} %</translation>
    </message>
    <message>
      <source>Whiskers: 95 % intervals over pairs and seeds. Dotted line: the better one alone.</source>
      <translation>Moustaches : intervalles à 95 % sur les paires et les graines. Pointillé : le meilleur seul.</translation>
    </message>
    <message>
      <source>Who is right, and how sure: {n} test pairs, seed {seed}</source>
      <translation>Qui a raison, et avec quelle confiance : {n} paires de test, graine {seed}</translation>
    </message>
    <message>
      <source>Who wins when image and sound disagree: {strategy}</source>
      <translation>Qui l’emporte quand image et son se contredisent : {strategy}</translation>
    </message>
    <message>
      <source>accuracy</source>
      <translation>exactitude</translation>
    </message>
    <message>
      <source>accuracy (%)</source>
      <translation>exactitude (%)</translation>
    </message>
    <message>
      <source>against one alone (points)</source>
      <translation>face au meilleur seul (points)</translation>
    </message>
    <message>
      <source>errors</source>
      <translation>erreurs</translation>
    </message>
    <message>
      <source>hidden part of the image (%)</source>
      <translation>part cachée de l’image (%)</translation>
    </message>
    <message>
      <source>neither</source>
      <translation>aucun des deux</translation>
    </message>
    <message>
      <source>noise on the image (%)</source>
      <translation>bruit sur l’image (%)</translation>
    </message>
    <message>
      <source>signal-to-noise ratio of the sound (dB)</source>
      <translation>rapport signal sur bruit du son (dB)</translation>
    </message>
    <message>
      <source>the image wins</source>
      <translation>l’image l’emporte</translation>
    </message>
    <message>
      <source>the sound wins</source>
      <translation>le son l’emporte</translation>
    </message>
  </context>
  <context>
    <name>FusionProgress</name>
    <message>
      <source>Asking every strategy, seed {seed}…</source>
      <translation>Question à chaque stratégie, graine {seed}…</translation>
    </message>
    <message>
      <source>Fitting what late fusion needs, seed {seed}…</source>
      <translation>Ajustement de la fusion tardive, graine {seed}…</translation>
    </message>
    <message>
      <source>Reading pictures and sounds, seed {seed}…</source>
      <translation>Lecture des images et des sons, graine {seed}…</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Arrêter</translation>
    </message>
    <message>
      <source>Stop; what is finished is kept</source>
      <translation>Arrêter ; ce qui est fini est gardé</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>Arrêt en cours…</translation>
    </message>
    <message>
      <source>Timing the answers…</source>
      <translation>Chronométrage des réponses…</translation>
    </message>
    <message>
      <source>{minutes:.0f} min</source>
      <translation>{minutes:.0f} min</translation>
    </message>
    <message>
      <source>{seconds:.0f} s</source>
      <translation>{seconds:.0f} s</translation>
    </message>
    <message>
      <source>{strategy}, seed {seed}: epoch {epoch} of {epochs}</source>
      <translation>{strategy}, graine {seed} : époque {epoch} sur {epochs}</translation>
    </message>
    <message>
      <source>{text}; about {time} left</source>
      <translation>{text} ; encore {time} environ</translation>
    </message>
  </context>
  <context>
    <name>FusionReliabilityView</name>
    <message>
      <source>All digits</source>
      <translation>Tous les chiffres</translation>
    </message>
    <message>
      <source>All pairs</source>
      <translation>Toutes les paires</translation>
    </message>
    <message>
      <source>Both noisy</source>
      <translation>Les deux bruités</translation>
    </message>
    <message>
      <source>Clean pairs</source>
      <translation>Paires intactes</translation>
    </message>
    <message>
      <source>Digit</source>
      <translation>Chiffre</translation>
    </message>
    <message>
      <source>How the pairs are spoilt</source>
      <translation>Comment les paires sont abîmées</translation>
    </message>
    <message>
      <source>Image 30 % hidden</source>
      <translation>Image cachée à 30 %</translation>
    </message>
    <message>
      <source>Image noise 60 %</source>
      <translation>Bruit d’image 60 %</translation>
    </message>
    <message>
      <source>On clean pairs both are nearly always right; noise shows who is to be trusted</source>
      <translation>Sur des paires intactes, les deux ont presque toujours raison ; le bruit montre à qui se fier</translation>
    </message>
    <message>
      <source>Saved by: {strategy}</source>
      <translation>Sauvées par : {strategy}</translation>
    </message>
    <message>
      <source>Saved: a fusion names the digit though image or sound alone does not. Spoilt: it gets it wrong though one of them is right.</source>
      <translation>Sauvée : une fusion nomme le chiffre alors que l’image ou le son seul n’y arrive pas. Gâchée : elle se trompe alors que l’un des deux a raison.</translation>
    </message>
    <message>
      <source>Show or hide these pairs</source>
      <translation>Montrer ou cacher ces paires</translation>
    </message>
    <message>
      <source>Sound at 0 dB SNR</source>
      <translation>Son à 0 dB (S/B)</translation>
    </message>
    <message>
      <source>Spoilt by: {strategy}</source>
      <translation>Gâchées par : {strategy}</translation>
    </message>
    <message>
      <source>Which pairs are shown</source>
      <translation>Quelles paires sont montrées</translation>
    </message>
  </context>
  <context>
    <name>FusionRobustnessView</name>
    <message>
      <source>A square that hides a share of the image</source>
      <translation>Un carré qui cache une part de l’image</translation>
    </message>
    <message>
      <source>Accuracy of every strategy, here</source>
      <translation>Exactitude de chaque stratégie, ici</translation>
    </message>
    <message>
      <source>Accuracy over both damages at once, of one strategy</source>
      <translation>Exactitude d’une stratégie selon les deux dégâts à la fois</translation>
    </message>
    <message>
      <source>Accuracy over one damage, while the other slider stays</source>
      <translation>Exactitude selon un dégât, l’autre curseur restant en place</translation>
    </message>
    <message>
      <source>Between measured cells: read off by bilinear interpolation.</source>
      <translation>Entre les cases mesurées : lu par interpolation bilinéaire.</translation>
    </message>
    <message>
      <source>Curves</source>
      <translation>Courbes</translation>
    </message>
    <message>
      <source>Damage of the image</source>
      <translation>Dégât de l’image</translation>
    </message>
    <message>
      <source>How far the sound stands above the noise, in dB</source>
      <translation>De combien le son dépasse le bruit, en dB</translation>
    </message>
    <message>
      <source>How it is shown</source>
      <translation>Comment c’est montré</translation>
    </message>
    <message>
      <source>How much of the image is spoilt</source>
      <translation>À quel point l’image est abîmée</translation>
    </message>
    <message>
      <source>Image damage</source>
      <translation>Image abîmée</translation>
    </message>
    <message>
      <source>Image or sound is absent, or nothing but noise</source>
      <translation>L’image ou le son manque, ou n’est que du bruit</translation>
    </message>
    <message>
      <source>Map</source>
      <translation>Carte</translation>
    </message>
    <message>
      <source>Measured on {pairs} pairs, {seeds} seeds; whiskers: 95 % intervals.</source>
      <translation>Mesuré sur {pairs} paires, {seeds} graines ; moustaches : intervalles à 95 %.</translation>
    </message>
    <message>
      <source>Noise</source>
      <translation>Bruit</translation>
    </message>
    <message>
      <source>Normal noise on every pixel, as a share of its range</source>
      <translation>Bruit normal sur chaque pixel, en part de son étendue</translation>
    </message>
    <message>
      <source>Occlusion</source>
      <translation>Occlusion</translation>
    </message>
    <message>
      <source>One half lost</source>
      <translation>Moitié perdue</translation>
    </message>
    <message>
      <source>Sound (SNR)</source>
      <translation>Son (S/B)</translation>
    </message>
  </context>
  <context>
    <name>FusionTable</name>
    <message>
      <source>95 % interval of the difference: {low:+.2f} to {high:+.2f} points</source>
      <translation>Intervalle à 95 % de l’écart : de {low:+.2f} à {high:+.2f} points</translation>
    </message>
    <message>
      <source>Accuracy less that of the better single modality, on the same pairs. ▲ better, ▼ worse, ≈ not established: the 95 % interval of the difference holds zero.</source>
      <translation>Exactitude moins celle de la meilleure modalité seule, sur les mêmes paires. ▲ mieux, ▼ moins bien, ≈ non établi : l’intervalle à 95 % de l’écart contient zéro.</translation>
    </message>
    <message>
      <source>Accuracy, bars from {start} to 100 %</source>
      <translation>Exactitude, barres de {start} à 100 %</translation>
    </message>
    <message>
      <source>Against one alone (points)</source>
      <translation>Face au meilleur seul (points)</translation>
    </message>
    <message>
      <source>All weights that answer</source>
      <translation>Tous les poids qui répondent</translation>
    </message>
    <message>
      <source>Errors</source>
      <translation>Erreurs</translation>
    </message>
    <message>
      <source>Median time for one pair on one thread, the spectrogram included</source>
      <translation>Temps médian pour une paire sur un fil, spectrogramme compris</translation>
    </message>
    <message>
      <source>Parameters</source>
      <translation>Paramètres</translation>
    </message>
    <message>
      <source>Strategies compared</source>
      <translation>Stratégies comparées</translation>
    </message>
    <message>
      <source>Strategy</source>
      <translation>Stratégie</translation>
    </message>
    <message>
      <source>Test pairs named rightly, the mean over the seeds. Whisker: 95 % interval over pairs and seeds. Dotted line: the better single modality.</source>
      <translation>Paires de test nommées juste, moyenne des graines. Moustache : intervalle à 95 % sur les paires et les graines. Pointillé : la meilleure modalité seule.</translation>
    </message>
    <message>
      <source>Wrong answers among the test pairs, the mean over the seeds</source>
      <translation>Réponses fausses parmi les paires de test, moyenne des graines</translation>
    </message>
    <message>
      <source>better</source>
      <translation>mieux</translation>
    </message>
    <message>
      <source>ms</source>
      <translation>ms</translation>
    </message>
    <message>
      <source>not established</source>
      <translation>non établi</translation>
    </message>
    <message>
      <source>the better one</source>
      <translation>le meilleur</translation>
    </message>
    <message>
      <source>worse</source>
      <translation>moins bien</translation>
    </message>
    <message>
      <source>{strategy}: {accuracy} ({low} to {high})</source>
      <translation>{strategy} : {accuracy} (de {low} à {high})</translation>
    </message>
  </context>
  <context>
    <name>FusionViews</name>
    <message>
      <source>Comparison</source>
      <translation>Comparaison</translation>
    </message>
    <message>
      <source>Conflict</source>
      <translation>Conflit</translation>
    </message>
    <message>
      <source>Draw 3, say 7: who wins?</source>
      <translation>Dessiner 3, dire 7 : qui l’emporte ?</translation>
    </message>
    <message>
      <source>Draw 3, say 7: whom does each strategy follow? A hundred meetings of two digits, for every strategy. It asks the networks of a comparison.</source>
      <translation>Dessiner 3, dire 7 : qui chaque stratégie suit-elle ? Cent rencontres de deux chiffres, pour chaque stratégie. On interroge les réseaux d’une comparaison.</translation>
    </message>
    <message>
      <source>Each pair: which of both was right, and how sure</source>
      <translation>Chaque paire : lequel des deux avait raison, avec quelle confiance</translation>
    </message>
    <message>
      <source>Every strategy on the same pairs, with intervals</source>
      <translation>Chaque stratégie sur les mêmes paires, avec intervalles</translation>
    </message>
    <message>
      <source>Every test pair by how sure image and sound are, and who is right: cases where one modality is more reliable than the other. Click a pair to see the digit, hear the sound and see what decided. It asks the networks of a comparison.</source>
      <translation>Chaque paire de test selon la confiance de l’image et du son, et qui a raison : les cas où une modalité est plus fiable que l’autre. Cliquez sur une paire pour voir le chiffre, entendre le son et voir ce qui a décidé. On interroge les réseaux d’une comparaison.</translation>
    </message>
    <message>
      <source>Figures 10 and 11 of the report, drawn from the real networks.</source>
      <translation>Les figures 10 et 11 du rapport, dessinées d’après les vrais réseaux.</translation>
    </message>
    <message>
      <source>Figures 10, 11</source>
      <translation>Figures 10, 11</translation>
    </message>
    <message>
      <source>How right every strategy still is as the image gets noise or a blank square and the sound drowns in noise: curves, a map of both, two sliders that move all bars. It asks the networks of a comparison.</source>
      <translation>Ce que chaque stratégie réussit encore quand l’image reçoit du bruit ou un carré vide et que le son se noie dans le bruit : des courbes, une carte des deux, deux curseurs qui bougent toutes les barres. On interroge les réseaux d’une comparaison.</translation>
    </message>
    <message>
      <source>Kept runs that differ in one setting only, compared in pairs.</source>
      <translation>Les essais gardés qui ne diffèrent que par un réglage, comparés deux à deux.</translation>
    </message>
    <message>
      <source>Reliability</source>
      <translation>Fiabilité</translation>
    </message>
    <message>
      <source>Robustness</source>
      <translation>Robustesse</translation>
    </message>
    <message>
      <source>Settings that were changed alone, and what that did</source>
      <translation>Les réglages changés seuls, et ce que cela a fait</translation>
    </message>
    <message>
      <source>The networks drawn, with their shapes</source>
      <translation>Les réseaux dessinés, avec leurs formes</translation>
    </message>
    <message>
      <source>What helped</source>
      <translation>Ce qui a aidé</translation>
    </message>
    <message>
      <source>What is still known as image and sound are spoilt</source>
      <translation>Ce qui reste su quand l’image et le son sont abîmés</translation>
    </message>
  </context>
  <context>
    <name>GameBar</name>
    <message>
      <source>Draw</source>
      <translation>Dessiner</translation>
    </message>
    <message>
      <source>Draw and say</source>
      <translation>Dessiner et dire</translation>
    </message>
    <message>
      <source>Game</source>
      <translation>Jeu</translation>
    </message>
    <message>
      <source>How the digits are given</source>
      <translation>Comment les chiffres sont donnés</translation>
    </message>
    <message>
      <source>Leave the game (G)</source>
      <translation>Quitter le jeu (G)</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>Suivant</translation>
    </message>
    <message>
      <source>Round over</source>
      <translation>Manche finie</translation>
    </message>
    <message>
      <source>Say</source>
      <translation>Dire</translation>
    </message>
    <message>
      <source>Skip</source>
      <translation>Passer</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Démarrer</translation>
    </message>
    <message>
      <source>Start, skip this digit, or go on at once (Enter)</source>
      <translation>Commencer, passer ce chiffre ou continuer aussitôt (Entrée)</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Arrêter</translation>
    </message>
    <message>
      <source>What is asked for</source>
      <translation>Ce qui est demandé</translation>
    </message>
    <message>
      <source>best: {best}</source>
      <translation>record : {best}</translation>
    </message>
    <message>
      <source>{points} points</source>
      <translation>{points} points</translation>
    </message>
    <message>
      <source>{rounds} digits, as fast as you can. Keys 0 to 9 draw, Alt with them speaks.</source>
      <translation>{rounds} chiffres, aussi vite que possible. Les touches 0 à 9 dessinent ; avec Alt, elles parlent.</translation>
    </message>
    <message>
      <source>{round}/{rounds} · {left:.0f} s left · {points} points · best {best}</source>
      <translation>{round}/{rounds} · encore {left:.0f} s · {points} points · record {best}</translation>
    </message>
    <message>
      <source>{round}/{rounds} · {points} points · best {best}</source>
      <translation>{round}/{rounds} · {points} points · record {best}</translation>
    </message>
  </context>
  <context>
    <name>GameResult</name>
    <message>
      <source>A new best score.</source>
      <translation>Un nouveau record.</translation>
    </message>
    <message>
      <source>Fusion saved {saved} of {rounds} answers that one of both alone would have got wrong.</source>
      <translation>La fusion a sauvé {saved} réponses sur {rounds}, que l’image seule ou le son seul aurait manquées.</translation>
    </message>
    <message>
      <source>The game is over</source>
      <translation>Le jeu est fini</translation>
    </message>
    <message>
      <source>The rounds of the game</source>
      <translation>Les manches du jeu</translation>
    </message>
    <message>
      <source>Your best score is {best}.</source>
      <translation>Votre record est de {best}.</translation>
    </message>
    <message>
      <source>asked</source>
      <translation>demandé</translation>
    </message>
    <message>
      <source>both</source>
      <translation>les deux</translation>
    </message>
    <message>
      <source>image</source>
      <translation>image</translation>
    </message>
    <message>
      <source>points</source>
      <translation>points</translation>
    </message>
    <message>
      <source>seconds</source>
      <translation>secondes</translation>
    </message>
    <message>
      <source>sound</source>
      <translation>son</translation>
    </message>
    <message>
      <source>what fusion did</source>
      <translation>ce que la fusion a fait</translation>
    </message>
    <message>
      <source>{points} points, {right} of {rounds} right</source>
      <translation>{points} points, {right} justes sur {rounds}</translation>
    </message>
  </context>
  <context>
    <name>GameWords</name>
    <message>
      <source>Draw and say {digit}</source>
      <translation>Dessinez et dites {digit}</translation>
    </message>
    <message>
      <source>Draw {digit}</source>
      <translation>Dessinez {digit}</translation>
    </message>
    <message>
      <source>Fusion saved it: alone they said {image} and {audio}.</source>
      <translation>La fusion l’a sauvée : seuls, ils disaient {image} et {audio}.</translation>
    </message>
    <message>
      <source>Fusion saved it: the drawing alone was read as {image}.</source>
      <translation>La fusion l’a sauvée : le dessin seul a été lu comme {image}.</translation>
    </message>
    <message>
      <source>Fusion saved it: the sound alone was heard as {audio}.</source>
      <translation>La fusion l’a sauvée : le son seul a été entendu comme {audio}.</translation>
    </message>
    <message>
      <source>One of both alone would have been right.</source>
      <translation>L’un des deux, seul, aurait eu raison.</translation>
    </message>
    <message>
      <source>Say {digit}</source>
      <translation>Dites {digit}</translation>
    </message>
    <message>
      <source>✓ {asked} in {seconds:.1f} s: {points} points.</source>
      <translation>✓ {asked} en {seconds:.1f} s : {points} points.</translation>
    </message>
    <message>
      <source>✗ {asked}: no answer in time.</source>
      <translation>✗ {asked} : pas de réponse à temps.</translation>
    </message>
    <message>
      <source>✗ {asked}: the lab understood {fused}.</source>
      <translation>✗ {asked} : le labo a compris {fused}.</translation>
    </message>
  </context>
  <context>
    <name>GroupChoice</name>
    <message>
      <source>Kept runs</source>
      <translation>Essais gardés</translation>
    </message>
    <message>
      <source>The runs that are shown: same data and settings, one network for each strategy and seed. Runs of the Training tab's queue are among them.</source>
      <translation>Les essais montrés : mêmes données et réglages, un réseau par stratégie et par graine. Ceux de la file de l’onglet Apprentissage en font partie.</translation>
    </message>
    <message>
      <source>no kept runs yet</source>
      <translation>aucun essai gardé</translation>
    </message>
  </context>
  <context>
    <name>Header</name>
    <message>
      <source>About TP Lab…</source>
      <translation>À propos de TP Lab…</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Comme le système</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Sombre</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Aide</translation>
    </message>
    <message>
      <source>Keys…</source>
      <translation>Raccourcis…</translation>
    </message>
    <message>
      <source>Lab report</source>
      <translation>Compte rendu</translation>
    </message>
    <message>
      <source>Lab report (Ctrl+Shift+R)</source>
      <translation>Compte rendu (Ctrl+Maj+R)</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Langue</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Clair</translation>
    </message>
    <message>
      <source>Loading…</source>
      <translation>Chargement…</translation>
    </message>
    <message>
      <source>Open the log folder</source>
      <translation>Ouvrir le dossier du journal</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>Thème</translation>
    </message>
    <message>
      <source>This machine…</source>
      <translation>Cette machine…</translation>
    </message>
  </context>
  <context>
    <name>HearingBar</name>
    <message>
      <source>All the time: a word begins where the sound rises above the noise and ends 0.28 s after it falls.
Push to talk: you hold a key; for rooms where others speak too.</source>
      <translation>En continu : un mot commence quand le son dépasse le bruit et finit 0,28 s après qu'il est retombé.
Appuyer pour parler : vous tenez une touche ; pour les salles où d'autres parlent aussi.</translation>
    </message>
    <message>
      <source>Hold and speak (T)</source>
      <translation>Tenez et parlez (T)</translation>
    </message>
    <message>
      <source>Keep it pressed while you speak; with the keyboard hold T, or Space on this button</source>
      <translation>Gardez-le enfoncé pendant que vous parlez ; au clavier, tenez T, ou Espace sur ce bouton</translation>
    </message>
    <message>
      <source>Listens all the time</source>
      <translation>Écoute en continu</translation>
    </message>
    <message>
      <source>Push to talk</source>
      <translation>Appuyer pour parler</translation>
    </message>
    <message>
      <source>When the lab listens</source>
      <translation>Quand le labo écoute</translation>
    </message>
  </context>
  <context>
    <name>HeatLegend</name>
    <message>
      <source>What the colours stand for</source>
      <translation>Ce que signifient les couleurs</translation>
    </message>
  </context>
  <context>
    <name>HeatmapPanels</name>
    <message>
      <source>Heat is strongest at {place}.</source>
      <translation>Maximum {place}.</translation>
    </message>
    <message>
      <source>Input</source>
      <translation>Entrée</translation>
    </message>
    <message>
      <source>Overlay</source>
      <translation>Superposition</translation>
    </message>
    <message>
      <source>Raw map</source>
      <translation>Carte brute</translation>
    </message>
    <message>
      <source>The raw map, enlarged and laid over the picture. The circle marks its maximum.</source>
      <translation>La carte brute, agrandie et posée sur l'image. Le cercle marque son maximum.</translation>
    </message>
    <message>
      <source>There is no heat anywhere.</source>
      <translation>Il n'y a de chaleur nulle part.</translation>
    </message>
    <message>
      <source>Waiting for a picture…</source>
      <translation>En attente d'une image…</translation>
    </message>
    <message>
      <source>What the network itself says: one number per cell. Everything finer in the overlay is interpolated.</source>
      <translation>Ce que dit le réseau lui-même : un nombre par case. Tout ce qui est plus fin dans la superposition est interpolé.</translation>
    </message>
    <message>
      <source>camera</source>
      <translation>caméra</translation>
    </message>
    <message>
      <source>least</source>
      <translation>minimum</translation>
    </message>
    <message>
      <source>most of this picture</source>
      <translation>maximum de l’image</translation>
    </message>
    <message>
      <source>not found: faint heat, stretched</source>
      <translation>pas trouvé : chaleur faible</translation>
    </message>
    <message>
      <source>pasted picture</source>
      <translation>image collée</translation>
    </message>
    <message>
      <source>simulated ball</source>
      <translation>balle simulée</translation>
    </message>
    <message>
      <source>simulated ball instead</source>
      <translation>balle simulée à la place</translation>
    </message>
    <message>
      <source>stream</source>
      <translation>flux</translation>
    </message>
    <message>
      <source>strongest: {number} logits</source>
      <translation>le plus fort : {number} logits</translation>
    </message>
    <message>
      <source>the bottom</source>
      <translation>en bas</translation>
    </message>
    <message>
      <source>the centre</source>
      <translation>au centre</translation>
    </message>
    <message>
      <source>the left</source>
      <translation>à gauche</translation>
    </message>
    <message>
      <source>the lower left</source>
      <translation>en bas à gauche</translation>
    </message>
    <message>
      <source>the lower right</source>
      <translation>en bas à droite</translation>
    </message>
    <message>
      <source>the right</source>
      <translation>à droite</translation>
    </message>
    <message>
      <source>the top</source>
      <translation>en haut</translation>
    </message>
    <message>
      <source>the upper left</source>
      <translation>en haut à gauche</translation>
    </message>
    <message>
      <source>the upper right</source>
      <translation>en haut à droite</translation>
    </message>
    <message>
      <source>{columns} x {rows} cells of {width} x {height} px</source>
      <translation>{columns} x {rows} cases pour {width} x {height} px</translation>
    </message>
    <message>
      <source>{number} logits</source>
      <translation>{number} logits</translation>
    </message>
  </context>
  <context>
    <name>HeatmapTab</name>
    <message>
      <source>Compare</source>
      <translation>Comparer</translation>
    </message>
    <message>
      <source>Heatmap</source>
      <translation>Carte de chaleur</translation>
    </message>
    <message>
      <source>Look</source>
      <translation>Regarder</translation>
    </message>
    <message>
      <source>Sensitivity</source>
      <translation>Sensibilité</translation>
    </message>
  </context>
  <context>
    <name>HonestyPanel</name>
    <message>
      <source> and {count} more</source>
      <translation> et {count} autres</translation>
    </message>
    <message>
      <source> or </source>
      <translation> ou </translation>
    </message>
    <message>
      <source>All {bands} bands hear something: each holds a bin of the FFT.</source>
      <translation>Les {bands} bandes entendent toutes quelque chose : chacune contient une raie de la FFT.</translation>
    </message>
    <message>
      <source>As believed</source>
      <translation>Hz supposés</translation>
    </message>
    <message>
      <source>Axis before: up to {before:.0f} Hz. Axis after: up to {after:.0f} Hz.</source>
      <translation>Axe avant : jusqu’à {before:.0f} Hz. Axe après : jusqu’à {after:.0f} Hz.</translation>
    </message>
    <message>
      <source>Bands that hear nothing</source>
      <translation>Bandes qui n’entendent rien</translation>
    </message>
    <message>
      <source>Label it as a program does that takes the rate for another</source>
      <translation>Graduer comme un programme qui se trompe de fréquence d’échantillonnage</translation>
    </message>
    <message>
      <source>Label the spectrogram with the frequencies that were recorded</source>
      <translation>Graduer le spectrogramme avec les fréquences enregistrées</translation>
    </message>
    <message>
      <source>None would be empty with {cures}.</source>
      <translation>Aucune ne serait vide avec {cures}.</translation>
    </message>
    <message>
      <source>The file has {true} samples a second, the program believes {believed}: it draws every frequency {times:.3g} times too high. A tone of {example} Hz stands at {seen:.0f} Hz.</source>
      <translation>Le fichier a {true} échantillons par seconde, le programme en suppose {believed} : il dessine chaque fréquence {times:.3g} fois trop haut. Un son de {example} Hz se trouve à {seen:.0f} Hz.</translation>
    </message>
    <message>
      <source>The file has {true} samples a second, the program believes {believed}: it draws every frequency {times:.3g} times too low. A tone of {example} Hz stands at {seen:.0f} Hz.</source>
      <translation>Le fichier a {true} échantillons par seconde, le programme en suppose {believed} : il dessine chaque fréquence {times:.3g} fois trop bas. Un son de {example} Hz se trouve à {seen:.0f} Hz.</translation>
    </message>
    <message>
      <source>The program knows the rate of the file, {rate} Hz: the Hz axis is right.</source>
      <translation>Le programme connaît la fréquence d’échantillonnage du fichier, {rate} Hz : l’axe des Hz est juste.</translation>
    </message>
    <message>
      <source>The rate and the Hz axis</source>
      <translation>L’échantillonnage et l’axe des Hz</translation>
    </message>
    <message>
      <source>True Hz</source>
      <translation>Hz réels</translation>
    </message>
    <message>
      <source>an n_fft of {n_fft}</source>
      <translation>un n_fft de {n_fft}</translation>
    </message>
    <message>
      <source>the program takes {true} Hz for {believed} Hz</source>
      <translation>le programme prend {true} Hz pour {believed} Hz</translation>
    </message>
    <message>
      <source>{bands} bands instead of {now}</source>
      <translation>{bands} bandes au lieu de {now}</translation>
    </message>
    <message>
      <source>{band} ({hz:.0f} Hz)</source>
      <translation>{band} ({hz:.0f} Hz)</translation>
    </message>
    <message>
      <source>{count} of {bands} bands are empty: {named}. They are black lines whatever is said, because no bin of the FFT lies in their triangles: a bin comes every {step:.1f} Hz, the narrowest triangle is {width:.1f} Hz wide.</source>
      <translation>{count} bandes sur {bands} sont vides : {named}. Ce sont des lignes noires quoi que l’on dise, car aucune raie de la FFT ne tombe dans leur triangle : une raie tous les {step:.1f} Hz, le triangle le plus étroit a {width:.1f} Hz.</translation>
    </message>
    <message>
      <source>{count} of {bands} mel bands hear nothing</source>
      <translation>{count} bandes mel sur {bands} n’entendent rien</translation>
    </message>
  </context>
  <context>
    <name>HonestyView</name>
    <message>
      <source>Compare</source>
      <translation>Comparer</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>Époques</translation>
    </message>
    <message>
      <source>Epochs of each training</source>
      <translation>Époques de chaque entraînement</translation>
    </message>
    <message>
      <source>How often each training goes through its clips</source>
      <translation>Combien de fois chaque entraînement parcourt ses enregistrements</translation>
    </message>
    <message>
      <source>Of the splits, the initial weights and the order of the clips</source>
      <translation>Des répartitions, des poids initiaux et de l’ordre des enregistrements</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Graine</translation>
    </message>
    <message>
      <source>The same network learns under each split. If it hears known voices better than new ones, a random split promises too much. Press Compare; it can be stopped at any time.</source>
      <translation>Le même réseau apprend avec chaque répartition. S’il comprend mieux les voix connues que les nouvelles, une répartition aléatoire promet trop. Appuyez sur Comparer ; on peut arrêter à tout moment.</translation>
    </message>
    <message>
      <source>Train the report's small network once under each split</source>
      <translation>Entraîner le petit réseau du rapport une fois avec chaque répartition</translation>
    </message>
    <message>
      <source>by speaker</source>
      <translation>par locuteur</translation>
    </message>
    <message>
      <source>one speaker out</source>
      <translation>un locuteur exclu</translation>
    </message>
    <message>
      <source>random 75/25</source>
      <translation>aléatoire 75/25</translation>
    </message>
    <message>
      <source>recordings 0–4</source>
      <translation>numéros 0–4</translation>
    </message>
    <message>
      <source>stratified</source>
      <translation>stratifiée</translation>
    </message>
    <message>
      <source>{minutes:.0f} min</source>
      <translation>{minutes:.0f} min</translation>
    </message>
    <message>
      <source>{name} ({fold} of {folds})</source>
      <translation>{name} ({fold} sur {folds})</translation>
    </message>
    <message>
      <source>{name}, epoch {epoch} of {epochs}</source>
      <translation>{name}, époque {epoch} sur {epochs}</translation>
    </message>
    <message>
      <source>{seconds:.0f} s</source>
      <translation>{seconds:.0f} s</translation>
    </message>
    <message>
      <source>{text}; about {time} left</source>
      <translation>{text} ; encore {time} environ</translation>
    </message>
    <message>
      <source>{text}; not finished</source>
      <translation>{text} ; inachevé</translation>
    </message>
    <message>
      <source>{trainings} trainings of {epochs} epochs in {time}, {day}</source>
      <translation>{trainings} entraînements de {epochs} époques en {time}, {day}</translation>
    </message>
  </context>
  <context>
    <name>InkCanvas</name>
    <message>
      <source>Canvas</source>
      <translation>Zone de dessin</translation>
    </message>
    <message>
      <source>Draw a digit here</source>
      <translation>Dessinez un chiffre ici</translation>
    </message>
    <message>
      <source>Draw a digit here, or choose a sample digit below.</source>
      <translation>Dessinez un chiffre ici, ou choisissez un exemple ci-dessous.</translation>
    </message>
  </context>
  <context>
    <name>InkPanel</name>
    <message>
      <source>Draw a sample {digit} (key {digit})</source>
      <translation>Dessiner un {digit} en exemple (touche {digit})</translation>
    </message>
    <message>
      <source>Open a picture of a digit</source>
      <translation>Ouvrir l'image d'un chiffre</translation>
    </message>
    <message>
      <source>Pictures</source>
      <translation>Images</translation>
    </message>
    <message>
      <source>Sample</source>
      <translation>Tracer</translation>
    </message>
    <message>
      <source>The drawing as the network sees it: fitted into 20 × 20 pixels, its centre of mass in the middle of 28 × 28, as in MNIST.</source>
      <translation>Le dessin tel que le réseau le voit : ramené à 20 × 20 pixels, son centre de masse au milieu de 28 × 28, comme dans MNIST.</translation>
    </message>
    <message>
      <source>This is hardly a digit</source>
      <translation>Ce n’est guère un chiffre</translation>
    </message>
    <message>
      <source>What the network sees</source>
      <translation>Ce que le réseau voit</translation>
    </message>
    <message>
      <source>Where the network looked</source>
      <translation>Où le réseau a regardé</translation>
    </message>
    <message>
      <source>Which ink spoke for the best guess: the lighter, the more.</source>
      <translation>L'encre qui a parlé pour la meilleure réponse : plus c'est clair, plus elle compte.</translation>
    </message>
    <message>
      <source>heat</source>
      <translation>chaleur</translation>
    </message>
    <message>
      <source>what the network sees</source>
      <translation>ce que le réseau voit</translation>
    </message>
    <message>
      <source>where it looked</source>
      <translation>où il a regardé</translation>
    </message>
  </context>
  <context>
    <name>InkStepsDialog</name>
    <message>
      <source>Back</source>
      <translation>Retour</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <source>From the pen to 28 × 28</source>
      <translation>Du stylo à 28 × 28</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>Suivant</translation>
    </message>
    <message>
      <source>Step {number} of {count}</source>
      <translation>Étape {number} sur {count}</translation>
    </message>
    <message>
      <source>The box around the strokes. It is {width:.0f} % of the canvas wide and {height:.0f} % high; where on the canvas it lies, and how large it is, will not matter.</source>
      <translation>La boîte autour des traits. Elle occupe {width:.0f} % de la feuille en largeur et {height:.0f} % en hauteur ; sa place et sa taille ne compteront pas.</translation>
    </message>
    <message>
      <source>The centre of mass of the ink (circle) is compared with the centre of the field (cross): it is to be moved by {dx:+.1f} pixels to the right and {dy:+.1f} down.</source>
      <translation>Le centre de masse de l’encre (cercle) est comparé au centre du champ (croix) : il faut le déplacer de {dx:+.1f} pixel vers la droite et de {dy:+.1f} vers le bas.</translation>
    </message>
    <message>
      <source>The lines are drawn once more at the new place, not the pixels moved: nothing gets blurred. These 28 × 28 grey levels are all that the network sees, and the way in which MNIST's digits were made.</source>
      <translation>Les traits sont redessinés à leur nouvelle place au lieu de déplacer les pixels : rien ne devient flou. Ces 28 × 28 niveaux de gris sont tout ce que voit le réseau ; les chiffres de MNIST ont été faits ainsi.</translation>
    </message>
    <message>
      <source>The longer side of the box is scaled to 20 pixels, the other one by the same factor: the shape stays. The pen has one width whatever the scale. A pixel that the line only touches is grey (anti-aliasing).</source>
      <translation>Le plus grand côté de la boîte est ramené à 20 pixels, l’autre par le même facteur : la forme reste. Le stylo garde sa largeur quelle que soit l’échelle. Un pixel que le trait ne fait que toucher est gris (anticrénelage).</translation>
    </message>
    <message>
      <source>The next step (→)</source>
      <translation>L’étape suivante (→)</translation>
    </message>
    <message>
      <source>The picture is being computed.</source>
      <translation>L’image est en cours de calcul.</translation>
    </message>
    <message>
      <source>The step before (←)</source>
      <translation>L’étape précédente (←)</translation>
    </message>
  </context>
  <context>
    <name>InkTools</name>
    <message>
      <source>Clear</source>
      <translation>Effacer</translation>
    </message>
    <message>
      <source>Do again what was taken back (Ctrl+Shift+Z)</source>
      <translation>Refaire ce qui a été annulé (Ctrl+Maj+Z)</translation>
    </message>
    <message>
      <source>Erase whole strokes by touching them, until pressed again (E); also the other end of a stylus</source>
      <translation>Effacer des traits entiers en les touchant, jusqu’au prochain appui (E) ; l’autre bout d’un stylet le fait aussi</translation>
    </message>
    <message>
      <source>Eraser</source>
      <translation>Gomme</translation>
    </message>
    <message>
      <source>How wide the pen is, on the screen and for the network</source>
      <translation>La largeur du stylo, à l’écran et pour le réseau</translation>
    </message>
    <message>
      <source>Pen width</source>
      <translation>Largeur du stylo</translation>
    </message>
    <message>
      <source>Picture…</source>
      <translation>Image…</translation>
    </message>
    <message>
      <source>Read a digit from a picture file, or drop one here</source>
      <translation>Lire un chiffre dans un fichier image, ou en déposer un ici</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Refaire</translation>
    </message>
    <message>
      <source>Show step by step how the drawing becomes the picture that the network sees (S)</source>
      <translation>Montrer pas à pas comment le dessin devient l’image que voit le réseau (S)</translation>
    </message>
    <message>
      <source>Steps to 28 × 28</source>
      <translation>Étapes vers 28 × 28</translation>
    </message>
    <message>
      <source>Take the last stroke or erasure back (Ctrl+Z)</source>
      <translation>Annuler le dernier trait ou le dernier gommage (Ctrl+Z)</translation>
    </message>
    <message>
      <source>Thick pen</source>
      <translation>Stylo épais</translation>
    </message>
    <message>
      <source>Thin pen</source>
      <translation>Stylo fin</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Usual pen</source>
      <translation>Stylo habituel</translation>
    </message>
    <message>
      <source>Wipe the canvas and forget what was said: a new moment begins (Esc)</source>
      <translation>Effacer la feuille et oublier ce qui a été dit : un nouveau moment commence (Échap)</translation>
    </message>
  </context>
  <context>
    <name>KeysDialog</name>
    <message>
      <source>Begin the game, or leave it</source>
      <translation>Commencer le jeu, ou le quitter</translation>
    </message>
    <message>
      <source>Choose a span or a band</source>
      <translation>Choisir un intervalle ou une bande</translation>
    </message>
    <message>
      <source>Choose the colour and marker of the chosen run</source>
      <translation>Choisir la couleur et le symbole de l'essai choisi</translation>
    </message>
    <message>
      <source>Clear the drawing: a new moment begins</source>
      <translation>Effacer le dessin : un nouveau moment commence</translation>
    </message>
    <message>
      <source>Compare the ticked runs</source>
      <translation>Comparer les essais cochés</translation>
    </message>
    <message>
      <source>Ctrl+Enter, Esc</source>
      <translation>Ctrl+Entrée, Échap</translation>
    </message>
    <message>
      <source>Data</source>
      <translation>Données</translation>
    </message>
    <message>
      <source>Del</source>
      <translation>Suppr</translation>
    </message>
    <message>
      <source>Delete the chosen run, or take it out of the queue</source>
      <translation>Supprimer l'essai choisi, ou le retirer de la file</translation>
    </message>
    <message>
      <source>Digits</source>
      <translation>Chiffres</translation>
    </message>
    <message>
      <source>Draw a sample of that digit</source>
      <translation>Dessiner ce chiffre en exemple</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Entrée</translation>
    </message>
    <message>
      <source>Erase strokes, or draw</source>
      <translation>Gommer des traits, ou dessiner</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Échap</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>Partout</translation>
    </message>
    <message>
      <source>Export the curves</source>
      <translation>Exporter les courbes</translation>
    </message>
    <message>
      <source>Export the pictures or the table</source>
      <translation>Exporter les images ou le tableau</translation>
    </message>
    <message>
      <source>Freeze the picture</source>
      <translation>Figer l'image</translation>
    </message>
    <message>
      <source>Go to a tab</source>
      <translation>Aller à un onglet</translation>
    </message>
    <message>
      <source>Go to the next or the previous control</source>
      <translation>Aller à l'élément suivant ou précédent</translation>
    </message>
    <message>
      <source>Have the simulated voice say that digit</source>
      <translation>Faire dire ce chiffre par la voix simulée</translation>
    </message>
    <message>
      <source>Heatmap</source>
      <translation>Carte de chaleur</translation>
    </message>
    <message>
      <source>Hold it while you speak, in push-to-talk mode</source>
      <translation>À tenir pendant que vous parlez, en mode « appuyer pour parler »</translation>
    </message>
    <message>
      <source>In the game: start, skip, go on</source>
      <translation>Dans le jeu : commencer, passer, continuer</translation>
    </message>
    <message>
      <source>Keep the class and choose another beside it</source>
      <translation>Garder la classe et en choisir une autre à côté</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Raccourcis clavier</translation>
    </message>
    <message>
      <source>Learn from one more batch, then wait</source>
      <translation>Apprendre un lot de plus, puis attendre</translation>
    </message>
    <message>
      <source>Learn to the end of the epoch, then wait</source>
      <translation>Apprendre jusqu'à la fin de l'époque, puis attendre</translation>
    </message>
    <message>
      <source>Let go of the chosen span or band</source>
      <translation>Oublier l’intervalle ou la bande choisis</translation>
    </message>
    <message>
      <source>Loop</source>
      <translation>Boucle</translation>
    </message>
    <message>
      <source>Move a waiting run in the queue</source>
      <translation>Déplacer un essai dans la file d'attente</translation>
    </message>
    <message>
      <source>Mute the microphone</source>
      <translation>Couper le micro</translation>
    </message>
    <message>
      <source>On a picture: read what a place supports, move the box</source>
      <translation>Sur une image : lire ce qu’un endroit soutient, déplacer le cadre</translation>
    </message>
    <message>
      <source>On the page Compare: start, stop</source>
      <translation>Sur la page Comparer : lancer, arrêter</translation>
    </message>
    <message>
      <source>On the page Moments: replay, say what it was, take that back, delete</source>
      <translation>Sur la page Moments : rejouer, dire ce que c’était, annuler cela, supprimer</translation>
    </message>
    <message>
      <source>On the page Record: record, keep, say it again, skip</source>
      <translation>Page Enregistrer : enregistrer, garder, redire, passer</translation>
    </message>
    <message>
      <source>On the page Sensitivity: start, stop</source>
      <translation>Sur la page Sensibilité : démarrer, arrêter</translation>
    </message>
    <message>
      <source>P, 0 … 9, Backspace, Del</source>
      <translation>P, 0 … 9, Retour arrière, Suppr</translation>
    </message>
    <message>
      <source>Paste a picture</source>
      <translation>Coller une image</translation>
    </message>
    <message>
      <source>Play the hot part of the last word, or stop</source>
      <translation>Jouer la partie chaude du dernier mot, ou arrêter</translation>
    </message>
    <message>
      <source>Play the sound, or stop it</source>
      <translation>Écouter le son, ou l'arrêter</translation>
    </message>
    <message>
      <source>Read the pictures, column by column</source>
      <translation>Lire les images, colonne par colonne</translation>
    </message>
    <message>
      <source>Record the live view, or end it</source>
      <translation>Filmer la vue en direct, ou finir</translation>
    </message>
    <message>
      <source>Rename the chosen run</source>
      <translation>Renommer l'essai choisi</translation>
    </message>
    <message>
      <source>Save the three panels</source>
      <translation>Enregistrer les trois vues</translation>
    </message>
    <message>
      <source>Shift and an arrow</source>
      <translation>Maj et une flèche</translation>
    </message>
    <message>
      <source>Shift+N</source>
      <translation>Maj+N</translation>
    </message>
    <message>
      <source>Show the steps to 28 × 28</source>
      <translation>Montrer les étapes vers 28 × 28</translation>
    </message>
    <message>
      <source>Show this page</source>
      <translation>Afficher cette page</translation>
    </message>
    <message>
      <source>Space</source>
      <translation>Espace</translation>
    </message>
    <message>
      <source>Space, Enter, R, S</source>
      <translation>Espace, Entrée, R, S</translation>
    </message>
    <message>
      <source>Space, Esc</source>
      <translation>Espace, Échap</translation>
    </message>
    <message>
      <source>Start, pause or resume</source>
      <translation>Démarrer, mettre en pause ou reprendre</translation>
    </message>
    <message>
      <source>Stop the run; what it learned is kept</source>
      <translation>Arrêter l'essai ; ce qu'il a appris est gardé</translation>
    </message>
    <message>
      <source>Tab, Shift+Tab</source>
      <translation>Tab, Maj+Tab</translation>
    </message>
    <message>
      <source>Take back every change of the picture</source>
      <translation>Annuler toutes les modifications de l'image</translation>
    </message>
    <message>
      <source>Take back the last stroke, do it again</source>
      <translation>Annuler le dernier trait, le refaire</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Apprentissage</translation>
    </message>
    <message>
      <source>Walk through a folder of pictures</source>
      <translation>Parcourir un dossier d’images</translation>
    </message>
    <message>
      <source>Write the lab report</source>
      <translation>Écrire le compte rendu</translation>
    </message>
    <message>
      <source>Zoom in, zoom out, show the full clip</source>
      <translation>Zoom avant, zoom arrière, tout l’extrait</translation>
    </message>
  </context>
  <context>
    <name>LabError</name>
    <message>
      <source>"y_up" of a strokes file is neither true nor false.</source>
      <translation>« y_up » d'un fichier de traits n'est ni true ni false.</translation>
    </message>
    <message>
      <source>A batch of {batch} is larger than the {size} examples to learn from, so each epoch is one step.</source>
      <translation>Un lot de {batch} est plus grand que les {size} exemples d'apprentissage : chaque époque n'est qu'un seul pas.</translation>
    </message>
    <message>
      <source>A comparison needs a picture that stands still.</source>
      <translation>Une comparaison demande une image fixe.</translation>
    </message>
    <message>
      <source>A copy of {count} moments is in {folder}.</source>
      <translation>Une copie de {count} moments se trouve dans {folder}.</translation>
    </message>
    <message>
      <source>A first name or initials will do.</source>
      <translation>Un prénom ou des initiales suffisent.</translation>
    </message>
    <message>
      <source>A lesson is text, of at most 1 MB.</source>
      <translation>Une leçon est un texte, de 1 Mo au plus.</translation>
    </message>
    <message>
      <source>A live spectrogram cannot be centred, because its last columns need sound that is yet to come.</source>
      <translation>Un spectrogramme en direct ne peut pas être centré, car ses dernières fenêtres demandent du son encore à venir.</translation>
    </message>
    <message>
      <source>A manifest and a single request were given.</source>
      <translation>Un manifeste et une demande unique ont été donnés ensemble.</translation>
    </message>
    <message>
      <source>A map takes two different transforms; {name} was chosen twice.</source>
      <translation>Une carte demande deux transformations différentes ; {name} a été choisie deux fois.</translation>
    </message>
    <message>
      <source>A rate of {rate} Hz holds no frequency above {half:.0f} Hz.</source>
      <translation>À {rate} Hz d’échantillonnage, il n’y a aucune fréquence au-dessus de {half:.0f} Hz.</translation>
    </message>
    <message>
      <source>A recording holds no frequency above half its sample rate.</source>
      <translation>Un enregistrement ne contient aucune fréquence au-dessus de la moitié de sa fréquence d'échantillonnage.</translation>
    </message>
    <message>
      <source>A series has {low} to {high} pictures, not {steps}.</source>
      <translation>Une série a de {low} à {high} images, pas {steps}.</translation>
    </message>
    <message>
      <source>A speaker's name cannot hold {letter}.</source>
      <translation>Le nom d’un locuteur ne peut pas contenir {letter}.</translation>
    </message>
    <message>
      <source>A spectrogram of {bands} x {frames} cannot pass the network: {path}, and a kernel of {kernel} does not fit into {given}.</source>
      <translation>Un spectrogramme de {bands} x {frames} ne peut pas traverser le réseau : {path}, et un noyau de {kernel} ne tient pas dans {given}.</translation>
    </message>
    <message>
      <source>A split is two files, train.csv and test.csv, with the columns file, digit, speaker, index.</source>
      <translation>Une répartition, ce sont deux fichiers, train.csv et test.csv, avec les colonnes file, digit, speaker, index.</translation>
    </message>
    <message>
      <source>A strokes file holds a list of strokes, a stroke a list of points.</source>
      <translation>Un fichier de traits contient une liste de traits, un trait une liste de points.</translation>
    </message>
    <message>
      <source>A video cannot be saved as {name}.</source>
      <translation>Une vidéo ne peut pas être enregistrée sous {name}.</translation>
    </message>
    <message>
      <source>A video or an address cannot be changed step by step.</source>
      <translation>Une vidéo ou une adresse ne peut pas être modifiée étape par étape.</translation>
    </message>
    <message>
      <source>Absolute: the strongest cell speaks for “{target}” with {odds} logits (0: as likely as all other classes together, dark; {full}: brightest). Every picture has this same scale.</source>
      <translation>Absolue : la case la plus forte parle pour « {target} » avec {odds} logits (0 : aussi probable que toutes les autres classes ensemble, sombre ; {full} : le plus vif). Toutes les images ont cette même échelle.</translation>
    </message>
    <message>
      <source>Adapt it again on the page Record of the Data tab.</source>
      <translation>Adaptez-le de nouveau à la page Enregistrer de l’onglet Données.</translation>
    </message>
    <message>
      <source>Add --out DIR.</source>
      <translation>Ajoutez --out DIR.</translation>
    </message>
    <message>
      <source>Add --student NAME.</source>
      <translation>Ajoutez --student NOM.</translation>
    </message>
    <message>
      <source>Add one.</source>
      <translation>Ajoutez-en un.</translation>
    </message>
    <message>
      <source>All clips to learn from say the same digit, so there is nothing to tell apart.</source>
      <translation>Tous les sons d'apprentissage disent le même chiffre : il n'y a rien à distinguer.</translation>
    </message>
    <message>
      <source>All pictures to learn from in {name} show the same class, so there is nothing to tell apart.</source>
      <translation>Toutes les images d'apprentissage de {name} montrent la même classe : il n'y a rien à distinguer.</translation>
    </message>
    <message>
      <source>Another TP Lab, a window or a command, is training the run in {folder} now.</source>
      <translation>Un autre TP Lab, fenêtre ou commande, entraîne en ce moment l'essai de {folder}.</translation>
    </message>
    <message>
      <source>Another process of this training has ended, so this one cannot go on; whole epochs are kept.</source>
      <translation>Un autre processus de cet apprentissage s'est terminé, celui-ci ne peut donc pas continuer ; les époques entières sont conservées.</translation>
    </message>
    <message>
      <source>Another program has just trained the run in {folder} further.</source>
      <translation>Un autre programme vient d'entraîner plus loin l'essai de {folder}.</translation>
    </message>
    <message>
      <source>Ask who set it up for a copy of {title}, and set TPLAB_DATA to its folder.</source>
      <translation>Demandez une copie de {title} à la personne qui a préparé cette machine, et donnez son dossier à TPLAB_DATA.</translation>
    </message>
    <message>
      <source>AudioMNIST is not on this machine.</source>
      <translation>AudioMNIST n’est pas sur cet ordinateur.</translation>
    </message>
    <message>
      <source>Begin a new session on the page Moments.</source>
      <translation>Commencez une nouvelle séance sur la page Moments.</translation>
    </message>
    <message>
      <source>Bring the file {file} on a stick and choose its folder.</source>
      <translation>Apportez le fichier {file} sur une clé et choisissez son dossier.</translation>
    </message>
    <message>
      <source>CAM needs the map before an average and one linear layer; {layer} of {model} is not that.</source>
      <translation>CAM a besoin de la carte placée avant une moyenne et une seule couche linéaire ; {layer} de {model} n'est pas cela.</translation>
    </message>
    <message>
      <source>Check its name and its folder.</source>
      <translation>Vérifiez son nom et son dossier.</translation>
    </message>
    <message>
      <source>Check that the file is yours to read.</source>
      <translation>Vérifiez que vous avez le droit de lire ce fichier.</translation>
    </message>
    <message>
      <source>Check that the folder is yours to read.</source>
      <translation>Vérifiez que vous avez le droit de lire ce dossier.</translation>
    </message>
    <message>
      <source>Check the address and the network, then press Retry.</source>
      <translation>Vérifiez l'adresse et le réseau, puis cliquez sur Réessayer.</translation>
    </message>
    <message>
      <source>Check the folder, or choose another one.</source>
      <translation>Vérifiez le dossier, ou choisissez-en un autre.</translation>
    </message>
    <message>
      <source>Check the name and its permissions.</source>
      <translation>Vérifiez le nom et les droits d'accès.</translation>
    </message>
    <message>
      <source>Check the name of the file.</source>
      <translation>Vérifiez le nom du fichier.</translation>
    </message>
    <message>
      <source>Check the network and try again; it goes on where it stopped.</source>
      <translation>Vérifiez la connexion et réessayez ; le téléchargement reprend où il s'est arrêté.</translation>
    </message>
    <message>
      <source>Check the network and try again; what came is kept.</source>
      <translation>Vérifiez le réseau et réessayez ; ce qui est arrivé est gardé.</translation>
    </message>
    <message>
      <source>Choose a JPEG, PNG, WebP, TIFF, GIF or BMP picture.</source>
      <translation>Choisissez une image JPEG, PNG, WebP, TIFF, GIF ou BMP.</translation>
    </message>
    <message>
      <source>Choose a WAV, FLAC, OGG or MP3 file of at least one spoken word.</source>
      <translation>Choisissez un fichier WAV, FLAC, OGG ou MP3 d'au moins un mot parlé.</translation>
    </message>
    <message>
      <source>Choose a convolutional layer before the pooling.</source>
      <translation>Choisissez une couche de convolution située avant le pooling.</translation>
    </message>
    <message>
      <source>Choose a convolutional network.</source>
      <translation>Choisissez un réseau convolutif.</translation>
    </message>
    <message>
      <source>Choose a file that the fusion study saved.</source>
      <translation>Choisissez un fichier enregistré par l’étude de fusion.</translation>
    </message>
    <message>
      <source>Choose a folder of your own.</source>
      <translation>Choisissez un dossier à vous.</translation>
    </message>
    <message>
      <source>Choose a folder that holds config.json.</source>
      <translation>Choisissez un dossier qui contient config.json.</translation>
    </message>
    <message>
      <source>Choose a folder.</source>
      <translation>Choisissez un dossier.</translation>
    </message>
    <message>
      <source>Choose a name that ends in .mp4 or .avi.</source>
      <translation>Choisissez un nom qui finit par .mp4 ou .avi.</translation>
    </message>
    <message>
      <source>Choose a number in that range.</source>
      <translation>Choisissez un nombre dans cet intervalle.</translation>
    </message>
    <message>
      <source>Choose a point of the map.</source>
      <translation>Choisissez un point de la carte.</translation>
    </message>
    <message>
      <source>Choose a run of the MNIST loss study.</source>
      <translation>Choisissez un essai de l’étude de la perte sur MNIST.</translation>
    </message>
    <message>
      <source>Choose a run of the experiment on spoken digits.</source>
      <translation>Choisissez un essai de l'expérience sur les chiffres parlés.</translation>
    </message>
    <message>
      <source>Choose a run of the fusion study: early, or one of the joint ones.</source>
      <translation>Choisissez un essai de l’étude de fusion : précoce, ou l’un des conjoints.</translation>
    </message>
    <message>
      <source>Choose a set whose labels fit.</source>
      <translation>Choisissez un jeu dont les étiquettes conviennent.</translation>
    </message>
    <message>
      <source>Choose a set with at least two classes, or a higher limit.</source>
      <translation>Choisissez un jeu d'au moins deux classes, ou une limite plus haute.</translation>
    </message>
    <message>
      <source>Choose a set with at least two digits.</source>
      <translation>Choisissez un jeu d'au moins deux chiffres.</translation>
    </message>
    <message>
      <source>Choose a set with several digits, speakers and recordings.</source>
      <translation>Choisissez un jeu avec plusieurs chiffres, locuteurs et enregistrements.</translation>
    </message>
    <message>
      <source>Choose a smaller batch to learn faster.</source>
      <translation>Choisissez un lot plus petit pour apprendre plus vite.</translation>
    </message>
    <message>
      <source>Choose a smaller folder.</source>
      <translation>Choisissez un dossier plus petit.</translation>
    </message>
    <message>
      <source>Choose a source, then record again.</source>
      <translation>Choisissez une source, puis filmez de nouveau.</translation>
    </message>
    <message>
      <source>Choose a value in that range.</source>
      <translation>Choisissez une valeur dans cet intervalle.</translation>
    </message>
    <message>
      <source>Choose a video file.</source>
      <translation>Choisissez un fichier vidéo.</translation>
    </message>
    <message>
      <source>Choose a window no longer than n_fft, and a hop and a number of bands of at least 1.</source>
      <translation>Choisissez une fenêtre qui ne dépasse pas n_fft, un pas et un nombre de bandes d'au moins 1.</translation>
    </message>
    <message>
      <source>Choose among: {names}.</source>
      <translation>Choisissez parmi : {names}.</translation>
    </message>
    <message>
      <source>Choose an MP4, AVI, WebM or MOV file.</source>
      <translation>Choisissez un fichier MP4, AVI, WebM ou MOV.</translation>
    </message>
    <message>
      <source>Choose an empty folder.</source>
      <translation>Choisissez un dossier vide.</translation>
    </message>
    <message>
      <source>Choose another file with --answers.</source>
      <translation>Choisissez un autre fichier avec --answers.</translation>
    </message>
    <message>
      <source>Choose another folder.</source>
      <translation>Choisissez un autre dossier.</translation>
    </message>
    <message>
      <source>Choose another method or another layer.</source>
      <translation>Choisissez une autre méthode ou une autre couche.</translation>
    </message>
    <message>
      <source>Choose another name or another file.</source>
      <translation>Choisissez un autre nom ou un autre fichier.</translation>
    </message>
    <message>
      <source>Choose another name.</source>
      <translation>Choisissez un autre nom.</translation>
    </message>
    <message>
      <source>Choose another one for one of the axes.</source>
      <translation>Choisissez-en une autre pour l'un des axes.</translation>
    </message>
    <message>
      <source>Choose another one.</source>
      <translation>Choisissez-en un autre.</translation>
    </message>
    <message>
      <source>Choose another run.</source>
      <translation>Choisissez un autre essai.</translation>
    </message>
    <message>
      <source>Choose another seed.</source>
      <translation>Choisissez une autre graine.</translation>
    </message>
    <message>
      <source>Choose another source, or press Retry.</source>
      <translation>Choisissez une autre source, ou cliquez sur Réessayer.</translation>
    </message>
    <message>
      <source>Choose another split, or a set with more recordings and speakers.</source>
      <translation>Choisissez un autre partage, ou un jeu avec plus d'enregistrements et de locuteurs.</translation>
    </message>
    <message>
      <source>Choose another split, or sets with more examples.</source>
      <translation>Choisissez une autre répartition, ou des jeux plus riches en exemples.</translation>
    </message>
    <message>
      <source>Choose another.</source>
      <translation>Choisissez-en un autre.</translation>
    </message>
    <message>
      <source>Choose at least one parameter, for instance lr.</source>
      <translation>Choisissez au moins un paramètre, par exemple lr.</translation>
    </message>
    <message>
      <source>Choose auto or cpu.</source>
      <translation>Choisissez auto ou cpu.</translation>
    </message>
    <message>
      <source>Choose from: {names}.</source>
      <translation>Choisissez parmi : {names}.</translation>
    </message>
    <message>
      <source>Choose more examples, or another share.</source>
      <translation>Choisissez plus d'exemples, ou une autre part.</translation>
    </message>
    <message>
      <source>Choose one in that range.</source>
      <translation>Choisissez-en une dans cet intervalle.</translation>
    </message>
    <message>
      <source>Choose one of its list.</source>
      <translation>Choisissez-en une de sa liste.</translation>
    </message>
    <message>
      <source>Choose one of its {count} classes.</source>
      <translation>Choisissez une de ses {count} classes.</translation>
    </message>
    <message>
      <source>Choose one of the list.</source>
      <translation>Choisissez dans la liste.</translation>
    </message>
    <message>
      <source>Choose one of {names}.</source>
      <translation>Choisissez parmi {names}.</translation>
    </message>
    <message>
      <source>Choose one of: {methods}.</source>
      <translation>Choisissez parmi : {methods}.</translation>
    </message>
    <message>
      <source>Choose one of: {names}.</source>
      <translation>Choisissez parmi : {names}.</translation>
    </message>
    <message>
      <source>Choose one of: {seeds}.</source>
      <translation>Choisissez parmi : {seeds}.</translation>
    </message>
    <message>
      <source>Choose one.</source>
      <translation>Choisissez-en une.</translation>
    </message>
    <message>
      <source>Choose pictures with a score above 50 %.</source>
      <translation>Choisissez des images dont le score dépasse 50 %.</translation>
    </message>
    <message>
      <source>Choose rms or ssim, and a distance between 0 and 1.</source>
      <translation>Choisissez rms ou ssim, et une distance entre 0 et 1.</translation>
    </message>
    <message>
      <source>Choose the file of a study, or a new name.</source>
      <translation>Choisissez le fichier d'une étude, ou un nom nouveau.</translation>
    </message>
    <message>
      <source>Choose the file of a study.</source>
      <translation>Choisissez le fichier d'une étude.</translation>
    </message>
    <message>
      <source>Choose the folder of a session: it holds a .json file for every moment.</source>
      <translation>Choisissez le dossier d’une séance : il contient un fichier .json par moment.</translation>
    </message>
    <message>
      <source>Choose the folder that holds it.</source>
      <translation>Choisissez le dossier qui le contient.</translation>
    </message>
    <message>
      <source>Choose the other ending, .avi or .mp4.</source>
      <translation>Choisissez l'autre terminaison, .avi ou .mp4.</translation>
    </message>
    <message>
      <source>Choose the report's spectrogram, which holds 6 s, or a longer clip.</source>
      <translation>Choisissez le spectrogramme du compte rendu, qui contient 6 s, ou une longueur plus grande.</translation>
    </message>
    <message>
      <source>Choose the set that the split was made of.</source>
      <translation>Choisissez le jeu dont vient cette répartition.</translation>
    </message>
    <message>
      <source>Choose two different ends.</source>
      <translation>Choisissez deux bornes différentes.</translation>
    </message>
    <message>
      <source>Choose “absolute” to see how much the heat is worth.</source>
      <translation>Choisissez « absolue » pour voir ce que vaut cette chaleur.</translation>
    </message>
    <message>
      <source>Choose “stretched” to see the map from its least to its greatest value.</source>
      <translation>Choisissez « étirée » pour voir la carte de sa plus petite à sa plus grande valeur.</translation>
    </message>
    <message>
      <source>Close TP Lab and run `python3 start.py extras` in its folder.</source>
      <translation>Fermez TP Lab et lancez `python3 start.py extras` dans son dossier.</translation>
    </message>
    <message>
      <source>Close other programs and try again.</source>
      <translation>Fermez d'autres programmes et réessayez.</translation>
    </message>
    <message>
      <source>Close other programs that record, or choose another microphone; then press Retry.</source>
      <translation>Fermez les autres programmes qui enregistrent, ou choisissez un autre micro ; puis cliquez sur Réessayer.</translation>
    </message>
    <message>
      <source>Close other programs that use the camera (video calls, a browser tab), then press Retry.</source>
      <translation>Fermez les autres programmes qui utilisent la caméra (visioconférence, onglet du navigateur), puis cliquez sur Réessayer.</translation>
    </message>
    <message>
      <source>Close other programs, or stop the training while you speak.</source>
      <translation>Fermez d'autres programmes, ou arrêtez l'apprentissage pendant que vous parlez.</translation>
    </message>
    <message>
      <source>Close programs that use it, or delete it yourself.</source>
      <translation>Fermez les programmes qui l’utilisent, ou supprimez-le vous-même.</translation>
    </message>
    <message>
      <source>Close programs that use them, or delete that folder yourself.</source>
      <translation>Fermez les programmes qui les utilisent, ou supprimez vous-même ce dossier.</translation>
    </message>
    <message>
      <source>Come closer to the microphone, or raise its level in the system's sound settings.</source>
      <translation>Rapprochez-vous du micro, ou augmentez son niveau dans les réglages du son du système.</translation>
    </message>
    <message>
      <source>Continue the run, or choose another one.</source>
      <translation>Continuez l'essai, ou choisissez-en un autre.</translation>
    </message>
    <message>
      <source>Copy a picture or a picture file first, then paste again.</source>
      <translation>Copiez d'abord une image ou un fichier image, puis collez de nouveau.</translation>
    </message>
    <message>
      <source>Copy or download the file again.</source>
      <translation>Copiez ou téléchargez le fichier de nouveau.</translation>
    </message>
    <message>
      <source>Copy or save the picture again.</source>
      <translation>Copiez ou enregistrez l'image de nouveau.</translation>
    </message>
    <message>
      <source>Copy that file onto the stick on a machine with a network.</source>
      <translation>Copiez ce fichier sur la clé depuis une machine connectée.</translation>
    </message>
    <message>
      <source>Copy the same data here, or begin a study of your own.</source>
      <translation>Copiez ici les mêmes données, ou commencez votre propre étude.</translation>
    </message>
    <message>
      <source>Correct the file and check it again.</source>
      <translation>Corrigez le fichier et vérifiez-le à nouveau.</translation>
    </message>
    <message>
      <source>Delete the file; the run itself is whole.</source>
      <translation>Supprimez le fichier ; l'essai lui-même est entier.</translation>
    </message>
    <message>
      <source>Delete the folder .venv and run `python3 start.py` again.</source>
      <translation>Supprimez le dossier .venv et relancez `python3 start.py`.</translation>
    </message>
    <message>
      <source>Deleted moments are still in {folder}: they could not be removed for good.</source>
      <translation>Des moments supprimés sont encore dans {folder} : ils n’ont pas pu être effacés définitivement.</translation>
    </message>
    <message>
      <source>Deleted recordings are still in {folder}: they could not be removed for good.</source>
      <translation>Des enregistrements supprimés sont encore dans {folder} : ils n’ont pas pu être effacés définitivement.</translation>
    </message>
    <message>
      <source>Did you mean {names}?</source>
      <translation>Vouliez-vous dire {names} ?</translation>
    </message>
    <message>
      <source>Did you mean: {near}?</source>
      <translation>Vouliez-vous dire : {near} ?</translation>
    </message>
    <message>
      <source>Downloads are switched off on this machine (TPLAB_NO_DOWNLOAD).</source>
      <translation>Les téléchargements sont désactivés sur cette machine (TPLAB_NO_DOWNLOAD).</translation>
    </message>
    <message>
      <source>Draw a digit first.</source>
      <translation>Dessinez d'abord un chiffre.</translation>
    </message>
    <message>
      <source>Draw a digit or say one first.</source>
      <translation>Dessinez ou dites d’abord un chiffre.</translation>
    </message>
    <message>
      <source>Draw one digit, with fewer strokes.</source>
      <translation>Dessinez un seul chiffre, avec moins de traits.</translation>
    </message>
    <message>
      <source>Each counts once.</source>
      <translation>Chacun compte une fois.</translation>
    </message>
    <message>
      <source>Each failed row says why in its own line.</source>
      <translation>Chaque ligne en échec dit pourquoi à sa place.</translation>
    </message>
    <message>
      <source>Each part needs at least one picture.</source>
      <translation>Chaque partie a besoin d'au moins une image.</translation>
    </message>
    <message>
      <source>Export them into two folders.</source>
      <translation>Exportez-les dans deux dossiers.</translation>
    </message>
    <message>
      <source>Fetch it again from {url}.</source>
      <translation>Téléchargez-le de nouveau depuis {url}.</translation>
    </message>
    <message>
      <source>Fetch it again.</source>
      <translation>Téléchargez-le de nouveau.</translation>
    </message>
    <message>
      <source>Fetch it in the Data tab or with 'tplab assets fetch fsdd', or set TPLAB_DATA.</source>
      <translation>Téléchargez-le dans l'onglet Données ou avec 'tplab assets fetch fsdd', ou définissez TPLAB_DATA.</translation>
    </message>
    <message>
      <source>Fetch it in the Data tab or with 'tplab assets fetch mnist', or set TPLAB_DATA.</source>
      <translation>Téléchargez-le dans l'onglet Données ou avec 'tplab assets fetch mnist', ou définissez TPLAB_DATA.</translation>
    </message>
    <message>
      <source>Fetch them again from {url}.</source>
      <translation>Téléchargez-les de nouveau depuis {url}.</translation>
    </message>
    <message>
      <source>Fill in image, strokes or audio.</source>
      <translation>Remplissez image, strokes ou audio.</translation>
    </message>
    <message>
      <source>Free some space before you record again.</source>
      <translation>Libérez de la place avant de filmer de nouveau.</translation>
    </message>
    <message>
      <source>Free some space, or choose another folder.</source>
      <translation>Libérez de la place, ou choisissez un autre dossier.</translation>
    </message>
    <message>
      <source>Freeze the video on the page Look, then take it from there.</source>
      <translation>Figez la vidéo sur la page Regarder, puis prenez l’image de là.</translation>
    </message>
    <message>
      <source>Give --image, --strokes, --audio or --manifest.</source>
      <translation>Donnez --image, --strokes, --audio ou --manifest.</translation>
    </message>
    <message>
      <source>Give each class at least two pictures that open; fifty are better.</source>
      <translation>Donnez à chaque classe au moins deux images lisibles ; cinquante, c'est mieux.</translation>
    </message>
    <message>
      <source>Give each class at least two pictures.</source>
      <translation>Donnez à chaque classe au moins deux images.</translation>
    </message>
    <message>
      <source>Hold the key (or the button) for as long as you speak.</source>
      <translation>Tenez la touche (ou le bouton) aussi longtemps que vous parlez.</translation>
    </message>
    <message>
      <source>Images need three axes and labels need one.</source>
      <translation>Les images ont besoin de trois axes et les étiquettes d'un seul.</translation>
    </message>
    <message>
      <source>Install it (Debian, Ubuntu: libportaudio2) and start TP Lab again; the simulated microphone and sound files work without it.</source>
      <translation>Installez-la (Debian, Ubuntu : libportaudio2) et relancez TP Lab ; le micro simulé et les fichiers son s'en passent.</translation>
    </message>
    <message>
      <source>It becomes part of the files' names, whose parts are separated by an underscore: use letters, digits, hyphens and spaces.</source>
      <translation>Il fait partie du nom des fichiers, dont les parties sont séparées par un tiret bas : utilisez des lettres, des chiffres, des traits d’union et des espaces.</translation>
    </message>
    <message>
      <source>It has: {names}.</source>
      <translation>Elle a : {names}.</translation>
    </message>
    <message>
      <source>It has: {versions}.</source>
      <translation>Il a : {versions}.</translation>
    </message>
    <message>
      <source>It is a CSV file in UTF-8 with the columns {columns}.</source>
      <translation>C'est un fichier CSV en UTF-8 avec les colonnes {columns}.</translation>
    </message>
    <message>
      <source>It is a TOML file in UTF-8.</source>
      <translation>C’est un fichier TOML en UTF-8.</translation>
    </message>
    <message>
      <source>It is still in {trash}.</source>
      <translation>Il est encore dans {trash}.</translation>
    </message>
    <message>
      <source>It is {path}; it can be deleted.</source>
      <translation>C'est {path} ; il peut être supprimé.</translation>
    </message>
    <message>
      <source>It may be a click, or its end is missing: say it again.</source>
      <translation>C’est peut-être un clic, ou la fin manque : dites-le encore une fois.</translation>
    </message>
    <message>
      <source>It may be muted, or this program has no permission to use it: look in the system's sound and privacy settings.</source>
      <translation>Il est peut-être coupé, ou ce programme n'a pas le droit de s'en servir : voyez les réglages de son et de confidentialité du système.</translation>
    </message>
    <message>
      <source>It needs IDX files, one sub-folder of pictures for each digit, or sounds named 8_theo_26.wav.</source>
      <translation>Il faut des fichiers IDX, un sous-dossier d'images par chiffre, ou des sons nommés comme 8_theo_26.wav.</translation>
    </message>
    <message>
      <source>It needs the four IDX files of MNIST, or one sub-folder of pictures for each class, such as 0 to 9.</source>
      <translation>Il faut les quatre fichiers IDX de MNIST, ou un sous-dossier d'images par classe, par exemple de 0 à 9.</translation>
    </message>
    <message>
      <source>It should look like {example}.</source>
      <translation>Il devrait ressembler à {example}.</translation>
    </message>
    <message>
      <source>It was changed or cut short; delete it, or take it from a copy of the session.</source>
      <translation>Il a été modifié ou tronqué ; supprimez-le, ou reprenez-le d’une copie de la séance.</translation>
    </message>
    <message>
      <source>It was moved or deleted by another program.</source>
      <translation>Il a été déplacé ou supprimé par un autre programme.</translation>
    </message>
    <message>
      <source>Its curves and weights can still be read; start a new run to learn further.</source>
      <translation>Ses courbes et ses poids restent lisibles ; démarrez un nouvel essai pour apprendre encore.</translation>
    </message>
    <message>
      <source>Its files do not belong together; copy them again.</source>
      <translation>Ses fichiers ne vont pas ensemble ; copiez-les de nouveau.</translation>
    </message>
    <message>
      <source>Its first line names the columns: {columns}.</source>
      <translation>Sa première ligne nomme les colonnes : {columns}.</translation>
    </message>
    <message>
      <source>Its last map is {last}.</source>
      <translation>Sa dernière carte est {last}.</translation>
    </message>
    <message>
      <source>Its run is kept; the study goes on.</source>
      <translation>Son essai est conservé ; l'étude continue.</translation>
    </message>
    <message>
      <source>Its weights can be exported (safetensors).</source>
      <translation>Ses poids peuvent être exportés (safetensors).</translation>
    </message>
    <message>
      <source>Join the study there once more to measure its test figures.</source>
      <translation>Rejoignez encore une fois l'étude sur cet ordinateur pour mesurer ses chiffres de test.</translation>
    </message>
    <message>
      <source>Leave it out, or ask the student for the file again.</source>
      <translation>Laissez-le de côté, ou redemandez le fichier à l’étudiant.</translation>
    </message>
    <message>
      <source>Leave that option out to join it, or choose another name for a new study.</source>
      <translation>Retirez cette option pour la rejoindre, ou choisissez un autre nom pour une nouvelle étude.</translation>
    </message>
    <message>
      <source>Leave that option out.</source>
      <translation>Retirez cette option.</translation>
    </message>
    <message>
      <source>Leave them out, or name the lesson they were made with.</source>
      <translation>Laissez-les de côté, ou indiquez la leçon avec laquelle elles ont été faites.</translation>
    </message>
    <message>
      <source>Line {line} of {path} does not fit these pictures and sounds.</source>
      <translation>La ligne {line} de {path} ne correspond pas à ces images et à ces sons.</translation>
    </message>
    <message>
      <source>Line {line} of {path} puts an example into {part} that is already in {other}: it would be learnt and tested.</source>
      <translation>La ligne {line} de {path} met dans {part} un exemple déjà présent dans {other} : il serait appris et testé.</translation>
    </message>
    <message>
      <source>Look at its run in the Training tab, then start the comparison again.</source>
      <translation>Regardez son essai dans l’onglet Apprentissage, puis relancez la comparaison.</translation>
    </message>
    <message>
      <source>MNIST is not on this machine.</source>
      <translation>MNIST n'est pas sur cette machine.</translation>
    </message>
    <message>
      <source>Make it from the clone, with `python3 start.py assets kit --out DIR`.</source>
      <translation>Faites-le depuis le clone, avec `python3 start.py assets kit --out DIR`.</translation>
    </message>
    <message>
      <source>Make the pairs again; the lab never mixes the parts.</source>
      <translation>Refaites les paires ; le laboratoire ne mélange jamais les parties.</translation>
    </message>
    <message>
      <source>Make the picture smaller first.</source>
      <translation>Réduisez d'abord l'image.</translation>
    </message>
    <message>
      <source>Move away from the microphone, or lower its level in the system's sound settings.</source>
      <translation>Éloignez-vous du micro, ou baissez son niveau dans les réglages du son du système.</translation>
    </message>
    <message>
      <source>Move that folder away and fetch again.</source>
      <translation>Déplacez ce dossier ailleurs et téléchargez de nouveau.</translation>
    </message>
    <message>
      <source>Name a file in a folder of your own, or the URL of a database that Optuna knows.</source>
      <translation>Nommez un fichier d'un dossier à vous, ou l'URL d'une base de données qu'Optuna connaît.</translation>
    </message>
    <message>
      <source>Name a file in it, for instance study.log.</source>
      <translation>Nommez un fichier de ce dossier, par exemple etude.log.</translation>
    </message>
    <message>
      <source>Name a folder with JPEG or PNG files.</source>
      <translation>Indiquez un dossier de fichiers JPEG ou PNG.</translation>
    </message>
    <message>
      <source>Name fewer pictures.</source>
      <translation>Nommez moins d'images.</translation>
    </message>
    <message>
      <source>Name one file.</source>
      <translation>Indiquez un seul fichier.</translation>
    </message>
    <message>
      <source>Name one run directory.</source>
      <translation>Nommez un seul dossier d'essai.</translation>
    </message>
    <message>
      <source>Name the files of the students.</source>
      <translation>Indiquez les fichiers des étudiants.</translation>
    </message>
    <message>
      <source>Name the folder that holds the runs.</source>
      <translation>Indiquez le dossier qui contient les essais.</translation>
    </message>
    <message>
      <source>Narrow the ranges that are searched.</source>
      <translation>Resserrez les intervalles où l'on cherche.</translation>
    </message>
    <message>
      <source>No camera was found.</source>
      <translation>Aucune caméra n'a été trouvée.</translation>
    </message>
    <message>
      <source>No frames come from the camera any more. TP Lab keeps trying.</source>
      <translation>La caméra ne donne plus d'images. TP Lab continue d'essayer.</translation>
    </message>
    <message>
      <source>No frames come from {address} any more. TP Lab keeps trying.</source>
      <translation>{address} ne donne plus d'images. TP Lab continue d'essayer.</translation>
    </message>
    <message>
      <source>No loudspeaker answered: the clip is followed on the screen, without sound.</source>
      <translation>Aucun haut-parleur n’a répondu : l’extrait est suivi à l’écran, sans son.</translation>
    </message>
    <message>
      <source>No microphone answered.</source>
      <translation>Aucun micro n'a répondu.</translation>
    </message>
    <message>
      <source>No new folder could be made in {folder}.</source>
      <translation>Aucun nouveau dossier n’a pu être créé dans {folder}.</translation>
    </message>
    <message>
      <source>No seed of the fusion study has all five networks yet: {names}.</source>
      <translation>Aucune graine de l’étude de fusion n’a encore ses cinq réseaux : {names}.</translation>
    </message>
    <message>
      <source>No sound above the noise was found in this recording.</source>
      <translation>Aucun son au-dessus du bruit n'a été trouvé dans cet enregistrement.</translation>
    </message>
    <message>
      <source>No sound above the noise was found in {file}.</source>
      <translation>Aucun son au-dessus du bruit n'a été trouvé dans {file}.</translation>
    </message>
    <message>
      <source>No video can be written here: the codec {code} is missing.</source>
      <translation>Aucune vidéo ne peut être écrite ici : le codec {code} manque.</translation>
    </message>
    <message>
      <source>No video stream answers at {address}.</source>
      <translation>Aucun flux vidéo ne répond à {address}.</translation>
    </message>
    <message>
      <source>No word was heard while the key was held.</source>
      <translation>Aucun mot n'a été entendu pendant que la touche était tenue.</translation>
    </message>
    <message>
      <source>None of the splits can be made with this set.</source>
      <translation>Aucune des répartitions n’est possible avec ce jeu.</translation>
    </message>
    <message>
      <source>Not one of the {count} clips in {folder} can be read.</source>
      <translation>Aucun des {count} enregistrements de {folder} n’est lisible.</translation>
    </message>
    <message>
      <source>Nothing is drawn: there is no point in any stroke.</source>
      <translation>Rien n'est dessiné : aucun trait n'a de point.</translation>
    </message>
    <message>
      <source>Nothing is searched, so there is nothing to study.</source>
      <translation>Rien n'est cherché, il n'y a donc rien à étudier.</translation>
    </message>
    <message>
      <source>Nothing stands out in this picture: it holds no digit that can be read.</source>
      <translation>Rien ne ressort dans cette image : elle ne contient aucun chiffre lisible.</translation>
    </message>
    <message>
      <source>Nothing to do. They are in {path}.</source>
      <translation>Rien à faire. Ils sont dans {path}.</translation>
    </message>
    <message>
      <source>Nothing was changed: whatever helps your voice would make the network misunderstand others.</source>
      <translation>Rien n’a été modifié : ce qui aide votre voix ferait que le réseau en comprenne mal d’autres.</translation>
    </message>
    <message>
      <source>Nothing was heard.</source>
      <translation>Rien n’a été entendu.</translation>
    </message>
    <message>
      <source>Nothing was named to fetch.</source>
      <translation>Rien n'a été nommé à télécharger.</translation>
    </message>
    <message>
      <source>Nothing was recorded: no picture came meanwhile.</source>
      <translation>Rien n’a été filmé : aucune image n’est venue entre-temps.</translation>
    </message>
    <message>
      <source>Of {size} examples to learn from, a share of {share} cannot be held back.</source>
      <translation>Sur {size} exemples d'apprentissage, une part de {share} ne peut pas être mise à part.</translation>
    </message>
    <message>
      <source>One lesson is run at a time.</source>
      <translation>On lance une leçon à la fois.</translation>
    </message>
    <message>
      <source>Open System Settings, Privacy &amp; Security, Camera, and allow the program that started TP Lab.</source>
      <translation>Ouvrez Réglages Système, Confidentialité et sécurité, Caméra, et autorisez le programme qui a lancé TP Lab.</translation>
    </message>
    <message>
      <source>Open folder… opens it again, here or on another computer.</source>
      <translation>« Ouvrir un dossier… » la rouvre, ici ou sur un autre ordinateur.</translation>
    </message>
    <message>
      <source>Open it on the page Look, freeze it, and choose “What the page Look shows” here.</source>
      <translation>Ouvrez-la sur la page Regarder, figez-la, et choisissez ici « Ce que montre la page Regarder ».</translation>
    </message>
    <message>
      <source>Open its cover, switch on a light, or check that TP Lab may use the camera.</source>
      <translation>Ouvrez son cache, allumez une lumière, ou vérifiez que TP Lab a le droit d'utiliser la caméra.</translation>
    </message>
    <message>
      <source>Open one of them on the page Explore to learn why.</source>
      <translation>Ouvrez l’un d’eux sur la page Explorer pour savoir pourquoi.</translation>
    </message>
    <message>
      <source>Open only sessions from people you trust; delete this one.</source>
      <translation>N’ouvrez que les séances de personnes de confiance ; supprimez celle-ci.</translation>
    </message>
    <message>
      <source>Pad the clip with silence to a longer one: at least {least} columns are needed.</source>
      <translation>Complétez le son par du silence : il faut au moins {least} fenêtres.</translation>
    </message>
    <message>
      <source>Part of the lab could not be loaded ({reason}).</source>
      <translation>Une partie du labo n'a pas pu être chargée ({reason}).</translation>
    </message>
    <message>
      <source>Pictures cannot be {distance} apart by {measure}.</source>
      <translation>Des images ne peuvent pas être à une distance de {distance} selon {measure}.</translation>
    </message>
    <message>
      <source>Plug in headphones or a loudspeaker and press Play again.</source>
      <translation>Branchez un casque ou un haut-parleur et appuyez de nouveau sur Jouer.</translation>
    </message>
    <message>
      <source>Plug it in again and press Play.</source>
      <translation>Rebranchez-le et appuyez sur Jouer.</translation>
    </message>
    <message>
      <source>Plug it in again: the lab looks for it every second. Or choose another source.</source>
      <translation>Rebranchez-le : le labo le cherche chaque seconde. Ou choisissez une autre source.</translation>
    </message>
    <message>
      <source>Plug it in, or choose another one; the lab looks for it every second.</source>
      <translation>Branchez-le, ou choisissez-en un autre ; le labo le cherche chaque seconde.</translation>
    </message>
    <message>
      <source>Plug one in and press Retry, or use the simulated microphone.</source>
      <translation>Branchez-en un et cliquez sur Réessayer, ou utilisez le micro simulé.</translation>
    </message>
    <message>
      <source>Plug the camera in, then press Retry.</source>
      <translation>Branchez la caméra, puis cliquez sur Réessayer.</translation>
    </message>
    <message>
      <source>Put its folder 'AudioMNIST' into the folder that TPLAB_DATA names, or open it as a folder.</source>
      <translation>Placez son dossier « AudioMNIST » dans le dossier que nomme TPLAB_DATA, ou ouvrez-le comme un dossier.</translation>
    </message>
    <message>
      <source>Put that file (from {url}) into {folder}, or use the built-in model.</source>
      <translation>Mettez ce fichier (de {url}) dans {folder}, ou utilisez le réseau intégré.</translation>
    </message>
    <message>
      <source>Put them into one sub-folder for each digit, and the lab fits them.</source>
      <translation>Mettez-les dans un sous-dossier par chiffre, et le labo les mettra à la taille.</translation>
    </message>
    <message>
      <source>Record again to go on in another file.</source>
      <translation>Filmez de nouveau pour continuer dans un autre fichier.</translation>
    </message>
    <message>
      <source>Record at least two takes of each digit; three or more are better.</source>
      <translation>Enregistrez au moins deux prises de chaque chiffre ; trois ou plus valent mieux.</translation>
    </message>
    <message>
      <source>Record more takes, in a quiet room, and try again.</source>
      <translation>Enregistrez d’autres prises, dans une pièce calme, puis réessayez.</translation>
    </message>
    <message>
      <source>Record some digits in the Data tab first.</source>
      <translation>Enregistrez d’abord quelques chiffres dans l’onglet Données.</translation>
    </message>
    <message>
      <source>Record some digits on the page Record of the Data tab.</source>
      <translation>Enregistrez quelques chiffres sur la page Enregistrer de l’onglet Données.</translation>
    </message>
    <message>
      <source>Repeat this run in the window.</source>
      <translation>Refaites cet essai dans la fenêtre.</translation>
    </message>
    <message>
      <source>Replace NaN and infinite values, or leave the point out.</source>
      <translation>Remplacez les valeurs NaN et infinies, ou retirez le point.</translation>
    </message>
    <message>
      <source>Replace or delete them if they matter.</source>
      <translation>Remplacez-les ou supprimez-les si elles comptent.</translation>
    </message>
    <message>
      <source>Restore its config.json, or start a new run.</source>
      <translation>Restaurez son config.json, ou lancez un nouvel essai.</translation>
    </message>
    <message>
      <source>Restore resources/.</source>
      <translation>Restaurez resources/.</translation>
    </message>
    <message>
      <source>Restore the data, or start a new comparison.</source>
      <translation>Restaurez les données, ou lancez une nouvelle comparaison.</translation>
    </message>
    <message>
      <source>Restore the data, or start a new run.</source>
      <translation>Restaurez les données, ou démarrez un nouvel essai.</translation>
    </message>
    <message>
      <source>Restore the data.</source>
      <translation>Rétablissez les données.</translation>
    </message>
    <message>
      <source>Restore the file from a copy, or choose another run.</source>
      <translation>Restaurez le fichier à partir d'une copie, ou choisissez un autre essai.</translation>
    </message>
    <message>
      <source>Restore the file from a copy, or train it again.</source>
      <translation>Restaurez le fichier d’une copie, ou entraînez-le de nouveau.</translation>
    </message>
    <message>
      <source>Restore the folder from a copy, or delete it.</source>
      <translation>Restaurez le dossier à partir d'une copie, ou supprimez-le.</translation>
    </message>
    <message>
      <source>Restore the folder from a copy.</source>
      <translation>Restaurez le dossier à partir d'une copie.</translation>
    </message>
    <message>
      <source>Restore the models folder from the original copy of TP Lab, or train the network again.</source>
      <translation>Restaurez le dossier models à partir de la copie d'origine de TP Lab, ou entraînez le réseau de nouveau.</translation>
    </message>
    <message>
      <source>Restore the models folder from the original copy of TP Lab.</source>
      <translation>Restaurez le dossier models à partir de la copie d'origine de TP Lab.</translation>
    </message>
    <message>
      <source>Restore the resources folder from the original copy of TP Lab.</source>
      <translation>Restaurez le dossier resources à partir de la copie d'origine de TP Lab.</translation>
    </message>
    <message>
      <source>Row {id} names no file.</source>
      <translation>La ligne {id} ne nomme aucun fichier.</translation>
    </message>
    <message>
      <source>Run `.venv/bin/python -m ensurepip` and try again.</source>
      <translation>Lancez `.venv/bin/python -m ensurepip` et réessayez.</translation>
    </message>
    <message>
      <source>Save a single digit per file.</source>
      <translation>Enregistrez un seul chiffre par fichier.</translation>
    </message>
    <message>
      <source>Save it again from the program that made it.</source>
      <translation>Enregistrez-le de nouveau depuis le programme qui l'a créé.</translation>
    </message>
    <message>
      <source>Saved as {path}.</source>
      <translation>Enregistré : {path}.</translation>
    </message>
    <message>
      <source>Saved as {path}; the script cannot say: {choices}.</source>
      <translation>Enregistré sous {path} ; le script ne peut pas dire : {choices}.</translation>
    </message>
    <message>
      <source>Say one digit, then pause for a moment.</source>
      <translation>Dites un chiffre, puis faites une courte pause.</translation>
    </message>
    <message>
      <source>Seed {seed} has not all five networks, so it cannot be asked.</source>
      <translation>La graine {seed} n’a pas ses cinq réseaux ; elle ne peut donc pas être interrogée.</translation>
    </message>
    <message>
      <source>Some of the pictures could not be read; the series is of the others.</source>
      <translation>Certaines images n'ont pas pu être lues ; la série est faite des autres.</translation>
    </message>
    <message>
      <source>Sound was lost: the computer was too busy to follow the microphone.</source>
      <translation>Du son a été perdu : l'ordinateur était trop occupé pour suivre le micro.</translation>
    </message>
    <message>
      <source>Speak closer to the microphone, or choose another recording.</source>
      <translation>Parlez plus près du micro, ou choisissez un autre enregistrement.</translation>
    </message>
    <message>
      <source>Speak when the digit is shown, and watch whether the level moves.</source>
      <translation>Parlez quand le chiffre est affiché, et regardez si le niveau bouge.</translation>
    </message>
    <message>
      <source>Speak while you hold it, closer to the microphone.</source>
      <translation>Parlez pendant que vous la tenez, plus près du micro.</translation>
    </message>
    <message>
      <source>Start again with a smaller learning rate.</source>
      <translation>Recommencez avec un taux d'apprentissage plus petit.</translation>
    </message>
    <message>
      <source>Start fewer processes, or choose the device cpu.</source>
      <translation>Lancez moins de processus, ou choisissez le calculateur cpu.</translation>
    </message>
    <message>
      <source>Start it again with --resume.</source>
      <translation>Relancez-le avec --resume.</translation>
    </message>
    <message>
      <source>Start the comparison, or train the missing ones in the Training tab.</source>
      <translation>Lancez la comparaison, ou entraînez ceux qui manquent dans l’onglet Apprentissage.</translation>
    </message>
    <message>
      <source>Stretched: this map runs from {low} to {high}, and {high} gets the brightest colour although “{target}” has {score}. In a picture without the class, what is bright is only the least improbable place.</source>
      <translation>Étirée : cette carte va de {low} à {high}, et {high} reçoit la couleur la plus vive alors que « {target} » a {score}. Dans une image sans la classe, ce qui brille est seulement l’endroit le moins improbable.</translation>
    </message>
    <message>
      <source>Stroke {number} has a coordinate that is not a finite number.</source>
      <translation>Le trait {number} a une coordonnée qui n'est pas un nombre fini.</translation>
    </message>
    <message>
      <source>Stroke {number} is not a list of points [x, y] made of two numbers each.</source>
      <translation>Le trait {number} n'est pas une liste de points [x, y] de deux nombres chacun.</translation>
    </message>
    <message>
      <source>Switch centring off for the microphone.</source>
      <translation>Désactivez le centrage pour le micro.</translation>
    </message>
    <message>
      <source>Take a screenshot with the system's own tool, copy it and paste it here.</source>
      <translation>Faites une capture d’écran avec l’outil du système, copiez-la et collez-la ici.</translation>
    </message>
    <message>
      <source>Take them out of one of the two lists.</source>
      <translation>Retirez-les de l’une des deux listes.</translation>
    </message>
    <message>
      <source>Tell whoever looks after the lab.</source>
      <translation>Prévenez la personne qui s'occupe du labo.</translation>
    </message>
    <message>
      <source>That name is too long: {count} characters.</source>
      <translation>Ce nom est trop long : {count} caractères.</translation>
    </message>
    <message>
      <source>That sound went on for too long to be one digit, so it was not scored.</source>
      <translation>Ce son était trop long pour être un seul chiffre : il n'a pas été évalué.</translation>
    </message>
    <message>
      <source>That would be {columns} columns of {bands} bands, more than fits a screen: choose a longer hop.</source>
      <translation>Cela ferait {columns} colonnes de {bands} bandes, plus qu’un écran n’en montre : choisissez un pas plus long.</translation>
    </message>
    <message>
      <source>The Free Spoken Digit Dataset is not on this machine.</source>
      <translation>Le Free Spoken Digit Dataset n'est pas sur cette machine.</translation>
    </message>
    <message>
      <source>The ONNX file was not kept: on {count} test examples its scores differ from those of the lab by up to {difference}, and {allowed} is allowed.</source>
      <translation>Le fichier ONNX n'a pas été gardé : sur {count} exemples de test, ses scores diffèrent de ceux du laboratoire de {difference} au plus, et {allowed} est permis.</translation>
    </message>
    <message>
      <source>The adapted network could not be deleted from {folder}; it is switched off.</source>
      <translation>Le réseau adapté n’a pas pu être supprimé de {folder} ; il est désactivé.</translation>
    </message>
    <message>
      <source>The answers of {student} belong to another lesson, or to another version of it ({title}).</source>
      <translation>Les réponses de {student} appartiennent à une autre leçon, ou à une autre version de celle-ci ({title}).</translation>
    </message>
    <message>
      <source>The band from {low} Hz to {high} Hz does not lie between 0 and half the rate of {rate} Hz.</source>
      <translation>La bande de {low} Hz à {high} Hz n'est pas comprise entre 0 et la moitié de la fréquence d'échantillonnage de {rate} Hz.</translation>
    </message>
    <message>
      <source>The best trial, {number}, was learnt on another computer ({host}), where its weights are.</source>
      <translation>Le meilleur essai, le {number}, a été appris sur un autre ordinateur ({host}), où se trouvent ses poids.</translation>
    </message>
    <message>
      <source>The camera delivers black pictures.</source>
      <translation>La caméra donne des images noires.</translation>
    </message>
    <message>
      <source>The camera has not answered for five seconds. TP Lab keeps waiting for it.</source>
      <translation>La caméra n'a pas répondu depuis cinq secondes. TP Lab l'attend toujours.</translation>
    </message>
    <message>
      <source>The camera is there but could not be opened.</source>
      <translation>La caméra est là mais n'a pas pu être ouverte.</translation>
    </message>
    <message>
      <source>The camera is there but could not be opened: another program uses it, or the system refuses access.</source>
      <translation>La caméra est là mais n'a pas pu être ouverte : un autre programme l'utilise, ou le système refuse l'accès.</translation>
    </message>
    <message>
      <source>The camera went away. TP Lab shows the last picture and keeps trying.</source>
      <translation>La caméra n'est plus là. TP Lab montre la dernière image et continue d'essayer.</translation>
    </message>
    <message>
      <source>The card of the network {name} cannot be read ({reason}).</source>
      <translation>La fiche du réseau {name} ne peut pas être lue ({reason}).</translation>
    </message>
    <message>
      <source>The clip has {samples} samples, fewer than one frame: choose a smaller n_fft, or centre the frames.</source>
      <translation>L’extrait a {samples} échantillons, moins qu’une trame : choisissez un n_fft plus petit, ou centrez les trames.</translation>
    </message>
    <message>
      <source>The command of the run in {folder} cannot be told: its config.json cannot be read.</source>
      <translation>La commande de l'essai de {folder} est inconnue : son config.json ne peut pas être lu.</translation>
    </message>
    <message>
      <source>The command that repeats the run was copied.</source>
      <translation>La commande qui refait l'essai a été copiée.</translation>
    </message>
    <message>
      <source>The command was copied, but it cannot say: {choices}.</source>
      <translation>La commande a été copiée, mais elle ne peut pas dire : {choices}.</translation>
    </message>
    <message>
      <source>The data has changed since these networks learnt from it, so they cannot be compared.</source>
      <translation>Les données ont changé depuis que ces réseaux en ont appris ; ils ne peuvent donc pas être comparés.</translation>
    </message>
    <message>
      <source>The data set of {count} moments is in {folder}.</source>
      <translation>Le jeu de données de {count} moments se trouve dans {folder}.</translation>
    </message>
    <message>
      <source>The data set {name} has changed since the best trial, so its test figures cannot be measured.</source>
      <translation>Le jeu de données {name} a changé depuis le meilleur essai, ses chiffres de test ne peuvent donc pas être mesurés.</translation>
    </message>
    <message>
      <source>The data set {name} has changed since this run began, so the run cannot be continued with it.</source>
      <translation>Le jeu de données {name} a changé depuis le début de cet essai : l'essai ne peut pas continuer avec lui.</translation>
    </message>
    <message>
      <source>The data set {name} has changed since this run learned from it, so its mistakes cannot be shown.</source>
      <translation>Le jeu de données {name} a changé depuis que cet essai en a appris : ses erreurs ne peuvent pas être montrées.</translation>
    </message>
    <message>
      <source>The data {name} on this computer differs from what the study {study} learns from.</source>
      <translation>Les données {name} de cet ordinateur diffèrent de celles dont l'étude {study} apprend.</translation>
    </message>
    <message>
      <source>The digits that ship with the lab are damaged ({path}).</source>
      <translation>Les chiffres fournis avec le labo sont endommagés ({path}).</translation>
    </message>
    <message>
      <source>The digits that ship with the lab are missing ({path}).</source>
      <translation>Les chiffres fournis avec le labo manquent ({path}).</translation>
    </message>
    <message>
      <source>The disk is full: {path} could not be saved. What was saved before is still there.</source>
      <translation>Le disque est plein : {path} n'a pas pu être enregistré. Ce qui était enregistré avant est toujours là.</translation>
    </message>
    <message>
      <source>The disk is nearly full, so the recording has ended. What was recorded is saved.</source>
      <translation>Le disque est presque plein, l’enregistrement est donc terminé. Ce qui a été filmé est sauvegardé.</translation>
    </message>
    <message>
      <source>The download did not succeed: {reason}.</source>
      <translation>Le téléchargement n'a pas réussi : {reason}.</translation>
    </message>
    <message>
      <source>The expected curve kept in {path} cannot be read and is not shown ({reason}).</source>
      <translation>La courbe attendue gardée dans {path} est illisible et n'est pas affichée ({reason}).</translation>
    </message>
    <message>
      <source>The experiment {experiment} has no setup called {name}.</source>
      <translation>L'expérience {experiment} n'a pas de variante nommée {name}.</translation>
    </message>
    <message>
      <source>The experiment {experiment} has no {option}.</source>
      <translation>L'expérience {experiment} n'a pas de {option}.</translation>
    </message>
    <message>
      <source>The file at {host} does not end where it should; it was not kept.</source>
      <translation>Le fichier de {host} ne finit pas où il devrait ; il n'a pas été gardé.</translation>
    </message>
    <message>
      <source>The file at {host} is {megabytes} MB, more than it should be; it was not fetched.</source>
      <translation>Le fichier de {host} fait {megabytes} Mo, plus qu'il ne devrait ; il n'a pas été téléchargé.</translation>
    </message>
    <message>
      <source>The file {file} is damaged or is not what its name says (the sha256 differs), so it is not used.</source>
      <translation>Le fichier {file} est endommagé ou n'est pas ce que dit son nom (le sha256 diffère) : il n'est pas utilisé.</translation>
    </message>
    <message>
      <source>The files are named digit_speaker_index.wav, for example 8_theo_26.wav.</source>
      <translation>Les fichiers se nomment chiffre_locuteur_répétition.wav, par exemple 8_theo_26.wav.</translation>
    </message>
    <message>
      <source>The first of them: {first}</source>
      <translation>Le premier : {first}</translation>
    </message>
    <message>
      <source>The folder for the kit is missing.</source>
      <translation>Il manque le dossier du kit.</translation>
    </message>
    <message>
      <source>The folder for what is written is missing.</source>
      <translation>Il manque le dossier de ce qui est écrit.</translation>
    </message>
    <message>
      <source>The folder of the run is not there any more: {folder}.</source>
      <translation>Le dossier de l'essai n'est plus là : {folder}.</translation>
    </message>
    <message>
      <source>The folder {folder} cannot be read ({reason}).</source>
      <translation>Le dossier {folder} ne peut pas être lu ({reason}).</translation>
    </message>
    <message>
      <source>The folder {folder} cannot be written to, so {name} was not saved.</source>
      <translation>On ne peut pas écrire dans le dossier {folder} : {name} n'a pas été enregistré.</translation>
    </message>
    <message>
      <source>The folder {out} holds something else than a kit.</source>
      <translation>Le dossier {out} contient autre chose qu’un kit.</translation>
    </message>
    <message>
      <source>The format {format} holds one run, and {n} were named.</source>
      <translation>Le format {format} contient un seul essai, et {n} ont été nommés.</translation>
    </message>
    <message>
      <source>The four IDX files of MNIST are not in {folder}.</source>
      <translation>Les quatre fichiers IDX de MNIST ne sont pas dans {folder}.</translation>
    </message>
    <message>
      <source>The key was let go at once, so nothing was listened to.</source>
      <translation>La touche a été relâchée aussitôt, rien n'a donc été écouté.</translation>
    </message>
    <message>
      <source>The kit cannot lie in the folder of the program ({root}).</source>
      <translation>Le kit ne peut pas être dans le dossier du programme ({root}).</translation>
    </message>
    <message>
      <source>The language changes when nothing is being learnt: at the next start, or choose it again then.</source>
      <translation>La langue change quand rien n’est en cours d’apprentissage : au prochain démarrage, ou choisissez-la à nouveau à ce moment-là.</translation>
    </message>
    <message>
      <source>The last export is still being written.</source>
      <translation>Le dernier export est encore en cours d'écriture.</translation>
    </message>
    <message>
      <source>The layer {layer} yields no map of positions.</source>
      <translation>La couche {layer} ne donne pas de carte de positions.</translation>
    </message>
    <message>
      <source>The lesson {name} has a mistake{place}: {what}.</source>
      <translation>La leçon {name} a une erreur{place} : {what}.</translation>
    </message>
    <message>
      <source>The lesson {path} cannot be read ({reason}).</source>
      <translation>La leçon {path} ne peut pas être lue ({reason}).</translation>
    </message>
    <message>
      <source>The lesson {path} is too large: {size} bytes.</source>
      <translation>La leçon {path} est trop grande : {size} octets.</translation>
    </message>
    <message>
      <source>The lines above say which and why.</source>
      <translation>Les lignes ci-dessus disent lesquelles et pourquoi.</translation>
    </message>
    <message>
      <source>The list of data sets that ships with the lab is missing ({path}).</source>
      <translation>La liste des jeux de données fournie avec le labo manque ({path}).</translation>
    </message>
    <message>
      <source>The list of runs marks them; choose one to see why.</source>
      <translation>La liste des essais les signale ; choisissez-en un pour savoir pourquoi.</translation>
    </message>
    <message>
      <source>The loss became {loss} in the first epoch: with a learning rate of {lr} the steps are too long and the network learns nothing. The weights it began with are kept.</source>
      <translation>La perte est devenue {loss} dès la première époque : avec un taux d'apprentissage de {lr}, les pas sont trop longs et le réseau n'apprend rien. Ses poids de départ sont gardés.</translation>
    </message>
    <message>
      <source>The loss became {loss}, so the splits cannot be compared.</source>
      <translation>La perte est devenue {loss} : les répartitions ne peuvent pas être comparées.</translation>
    </message>
    <message>
      <source>The loss became {loss}: with a learning rate of {lr} the steps are too long and the network no longer learns. The weights of epoch {epoch} are kept.</source>
      <translation>La perte est devenue {loss} : avec un taux d'apprentissage de {lr}, les pas sont trop longs et le réseau n'apprend plus. Les poids de l'époque {epoch} sont gardés.</translation>
    </message>
    <message>
      <source>The loudspeaker is gone: the rest of the clip is followed without sound.</source>
      <translation>Le haut-parleur a disparu : la suite de l’extrait est suivie sans son.</translation>
    </message>
    <message>
      <source>The lowest frequency must lie below the highest ({high:.0f} Hz).</source>
      <translation>La fréquence la plus basse doit être sous la plus haute ({high:.0f} Hz).</translation>
    </message>
    <message>
      <source>The manifest {file} cannot be read ({reason}).</source>
      <translation>Le manifeste {file} ne peut pas être lu ({reason}).</translation>
    </message>
    <message>
      <source>The manifest {file} has none of the columns image, strokes, audio.</source>
      <translation>Le manifeste {file} n'a aucune des colonnes image, strokes, audio.</translation>
    </message>
    <message>
      <source>The microphone {device} cannot be opened: it refused every sample rate, or another program holds it.</source>
      <translation>Le micro {device} ne peut pas être ouvert : il a refusé toutes les fréquences d'échantillonnage, ou un autre programme le tient.</translation>
    </message>
    <message>
      <source>The microphone {device} delivers no sound at all, not even noise.</source>
      <translation>Le micro {device} ne donne aucun son, pas même du bruit.</translation>
    </message>
    <message>
      <source>The microphone {device} is not connected.</source>
      <translation>Le micro {device} n'est pas connecté.</translation>
    </message>
    <message>
      <source>The microphone {device} went away while the lab was listening.</source>
      <translation>Le micro {device} a disparu pendant que le labo écoutait.</translation>
    </message>
    <message>
      <source>The model {model} has no class called {name}.</source>
      <translation>Le réseau {model} n'a pas de classe nommée {name}.</translation>
    </message>
    <message>
      <source>The model {model} has no layer called {layer}.</source>
      <translation>Le réseau {model} n'a pas de couche nommée {layer}.</translation>
    </message>
    <message>
      <source>The moment {name} asks for a sound outside its own folder, so it was not opened.</source>
      <translation>Le moment {name} demande un son hors de son propre dossier ; il n’a donc pas été ouvert.</translation>
    </message>
    <message>
      <source>The moment {name} cannot be read: {reason}.</source>
      <translation>Le moment {name} ne peut pas être lu : {reason}.</translation>
    </message>
    <message>
      <source>The names count.</source>
      <translation>Les noms font foi.</translation>
    </message>
    <message>
      <source>The network adapted to your voice is damaged, so the shipped one is used.</source>
      <translation>Le réseau adapté à votre voix est endommagé ; le réseau fourni est utilisé.</translation>
    </message>
    <message>
      <source>The network answered with numbers that are none (NaN or infinite), so there is no heatmap.</source>
      <translation>Le réseau a répondu par des valeurs qui ne sont pas des nombres (NaN ou infini) : il n'y a pas de carte de chaleur.</translation>
    </message>
    <message>
      <source>The network does not recognise {target} in these pictures: there is no score to lose.</source>
      <translation>Le réseau ne reconnaît pas {target} dans ces images : il n'y a pas de score à perdre.</translation>
    </message>
    <message>
      <source>The network of the run {folder} is damaged or of another kind, so it cannot look.</source>
      <translation>Le réseau de l’essai {folder} est abîmé ou d’une autre sorte : il ne peut pas regarder.</translation>
    </message>
    <message>
      <source>The network {name} has no weights of version {version}.</source>
      <translation>Le réseau {name} n'a pas de poids de version {version}.</translation>
    </message>
    <message>
      <source>The network {name} is not on this machine.</source>
      <translation>Le réseau {name} n'est pas sur cette machine.</translation>
    </message>
    <message>
      <source>The network {name} of seed {seed} did not finish, so this seed is left out.</source>
      <translation>Le réseau {name} de la graine {seed} n’est pas allé au bout ; cette graine est donc laissée de côté.</translation>
    </message>
    <message>
      <source>The packages could not be fetched: {reason}.</source>
      <translation>Les paquets n’ont pas pu être récupérés : {reason}.</translation>
    </message>
    <message>
      <source>The pairs are in {path}: {train} to learn from, {validation} to choose by, {test} to test.</source>
      <translation>Les paires sont dans {path} : {train} pour apprendre, {validation} pour choisir, {test} pour tester.</translation>
    </message>
    <message>
      <source>The parameters in {folder} were edited since the run began, so it cannot go on to the same numbers.</source>
      <translation>Les paramètres de {folder} ont été modifiés depuis le début de l'essai : il ne peut plus continuer vers les mêmes nombres.</translation>
    </message>
    <message>
      <source>The picture is empty (0 bytes).</source>
      <translation>L'image est vide (0 octet).</translation>
    </message>
    <message>
      <source>The pictures of {name} are {width}x{height}; digits are 28x28 here.</source>
      <translation>Les images de {name} font {width}x{height} ; ici les chiffres font 28x28.</translation>
    </message>
    <message>
      <source>The recording has reached its limit of {minutes} minutes or {megabytes} MB and has ended. It is saved.</source>
      <translation>L’enregistrement a atteint sa limite de {minutes} minutes ou {megabytes} Mo et s’est terminé. Il est sauvegardé.</translation>
    </message>
    <message>
      <source>The recordings need a name of the speaker.</source>
      <translation>Les enregistrements ont besoin du nom du locuteur.</translation>
    </message>
    <message>
      <source>The run cannot be brought back: there is another one at {folder}.</source>
      <translation>L'essai ne peut pas être rétabli : il y en a un autre dans {folder}.</translation>
    </message>
    <message>
      <source>The run in {folder} cannot be continued: its saved state is missing or damaged ({reason}).</source>
      <translation>L'essai de {folder} ne peut pas continuer : son état enregistré manque ou est endommagé ({reason}).</translation>
    </message>
    <message>
      <source>The run in {folder} did not learn spoken digits, so its network cannot listen.</source>
      <translation>L'essai dans {folder} n'a pas appris de chiffres parlés, son réseau ne peut donc pas écouter.</translation>
    </message>
    <message>
      <source>The run in {folder} did not learn to fuse, so its network cannot join drawing and sound.</source>
      <translation>L’essai dans {folder} n’a pas appris à fusionner ; son réseau ne peut donc pas réunir dessin et son.</translation>
    </message>
    <message>
      <source>The run in {folder} has no weights any more.</source>
      <translation>L’essai dans {folder} n’a plus de poids.</translation>
    </message>
    <message>
      <source>The run in {folder} is damaged and cannot be read ({reason}).</source>
      <translation>L'essai de {folder} est endommagé et ne peut pas être lu ({reason}).</translation>
    </message>
    <message>
      <source>The run in {folder} is damaged and was left out ({reason}).</source>
      <translation>L'essai de {folder} est endommagé et a été laissé de côté ({reason}).</translation>
    </message>
    <message>
      <source>The run in {folder} is damaged: its config.json is missing.</source>
      <translation>L'essai de {folder} est endommagé : son config.json manque.</translation>
    </message>
    <message>
      <source>The run in {folder} was written by a later TP Lab (format {format}, this one knows {known}).</source>
      <translation>L'essai de {folder} vient d'un TP Lab plus récent (format {format}, celui-ci connaît {known}).</translation>
    </message>
    <message>
      <source>The run {folder} does not look at pictures.</source>
      <translation>L’essai {folder} ne regarde pas d’images.</translation>
    </message>
    <message>
      <source>The run {name} has no weights to export: no epoch was finished, or they were deleted.</source>
      <translation>L'essai {name} n'a pas de poids à exporter : aucune époque n'a été terminée, ou ils ont été supprimés.</translation>
    </message>
    <message>
      <source>The seed {seed} is not a number from 0 to {most}.</source>
      <translation>La graine {seed} n'est pas un nombre de 0 à {most}.</translation>
    </message>
    <message>
      <source>The series of {name} begins and ends at {value}: all its pictures would be the same.</source>
      <translation>La série de {name} commence et finit à {value} : toutes ses images seraient les mêmes.</translation>
    </message>
    <message>
      <source>The set {name} has no picture {id}.</source>
      <translation>Le jeu {name} n'a pas d'image {id}.</translation>
    </message>
    <message>
      <source>The set {name} has no pictures in its training or its test part.</source>
      <translation>Le jeu {name} n'a pas d'images d'apprentissage ou de test.</translation>
    </message>
    <message>
      <source>The set {name} has the label {label}; its classes go from 0 to {last}.</source>
      <translation>Le jeu {name} contient l'étiquette {label} ; ses classes vont de 0 à {last}.</translation>
    </message>
    <message>
      <source>The set {name} has {images} images but {labels} labels.</source>
      <translation>Le jeu {name} a {images} images mais {labels} étiquettes.</translation>
    </message>
    <message>
      <source>The settings could not be read, so the lab starts with its own. The damaged file is kept.</source>
      <translation>Les réglages n'ont pas pu être lus : le labo démarre avec les siens. Le fichier endommagé est gardé.</translation>
    </message>
    <message>
      <source>The settings were written by a later TP Lab; what this one does not know is kept untouched.</source>
      <translation>Les réglages ont été écrits par un TP Lab plus récent ; ce que celui-ci ne connaît pas est gardé intact.</translation>
    </message>
    <message>
      <source>The shipped network is newer than the one that was adapted to your voice, so the shipped one is used.</source>
      <translation>Le réseau fourni est plus récent que celui qui a été adapté à votre voix ; le réseau fourni est utilisé.</translation>
    </message>
    <message>
      <source>The split in {where} names no file of this set.</source>
      <translation>La répartition de {where} ne nomme aucun fichier de ce jeu.</translation>
    </message>
    <message>
      <source>The spoken-digits experiment can learn from them.</source>
      <translation>L’expérience des chiffres parlés peut s’en servir pour apprendre.</translation>
    </message>
    <message>
      <source>The storage {where} cannot hold a study ({reason}).</source>
      <translation>Le stockage {where} ne peut pas contenir d'étude ({reason}).</translation>
    </message>
    <message>
      <source>The strokes file {file} cannot be read.</source>
      <translation>Le fichier de traits {file} ne peut pas être lu.</translation>
    </message>
    <message>
      <source>The study {study} was begun with {option} {old}, not {new}.</source>
      <translation>L'étude {study} a été commencée avec {option} {old}, et non {new}.</translation>
    </message>
    <message>
      <source>The study {study} was not begun by TP Lab, or its first process died at once.</source>
      <translation>L'étude {study} n'a pas été commencée par TP Lab, ou son premier processus s'est arrêté aussitôt.</translation>
    </message>
    <message>
      <source>The video of the simulated camera is missing: {name} is not there.</source>
      <translation>La vidéo de la caméra simulée manque : {name} n'est pas là.</translation>
    </message>
    <message>
      <source>The video stream at {address} does not answer.</source>
      <translation>Le flux vidéo de {address} ne répond pas.</translation>
    </message>
    <message>
      <source>The video stream at {address} stopped. TP Lab keeps trying.</source>
      <translation>Le flux vidéo de {address} s'est arrêté. TP Lab continue d'essayer.</translation>
    </message>
    <message>
      <source>The weights in {file} do not fit the network {name}.</source>
      <translation>Les poids de {file} ne correspondent pas au réseau {name}.</translation>
    </message>
    <message>
      <source>The weights in {path} are damaged or belong to another network.</source>
      <translation>Les poids de {path} sont endommagés ou sont ceux d'un autre réseau.</translation>
    </message>
    <message>
      <source>The weights of the network {name} are missing: {file} is not there.</source>
      <translation>Les poids du réseau {name} manquent : {file} n'est pas là.</translation>
    </message>
    <message>
      <source>The weights of the network {name} are not the ones its card describes (the sha256 differs), so they are not used.</source>
      <translation>Les poids du réseau {name} ne sont pas ceux que décrit sa fiche (le sha256 diffère) : ils ne sont pas utilisés.</translation>
    </message>
    <message>
      <source>The weights of {name} are not on this machine: {file} was not found.</source>
      <translation>Les poids de {name} ne sont pas sur cette machine : {file} est introuvable.</translation>
    </message>
    <message>
      <source>The weights of {name} do not fit the network its card describes.</source>
      <translation>Les poids de {name} ne correspondent pas au réseau que décrit sa fiche.</translation>
    </message>
    <message>
      <source>The window is longer than n_fft ({n_fft}): the FFT would not see its ends.</source>
      <translation>La fenêtre est plus longue que n_fft ({n_fft}) : la FFT n’en verrait pas les bouts.</translation>
    </message>
    <message>
      <source>The work stopped half way: its process was ended from outside, or the memory was full.</source>
      <translation>Le travail s'est arrêté en chemin : son processus a été interrompu de l'extérieur, ou la mémoire était pleine.</translation>
    </message>
    <message>
      <source>The {kind} {name} delivers pictures that cannot be decoded.</source>
      <translation>La source {name} ({kind}) donne des images qui ne peuvent pas être décodées.</translation>
    </message>
    <message>
      <source>Their own lines say why.</source>
      <translation>Leurs propres lignes disent pourquoi.</translation>
    </message>
    <message>
      <source>There are no answers to put together.</source>
      <translation>Il n’y a pas de réponses à rassembler.</translation>
    </message>
    <message>
      <source>There are no pictures in the folder {folder}.</source>
      <translation>Il n'y a pas d'images dans le dossier {folder}.</translation>
    </message>
    <message>
      <source>There are no recordings of your own yet.</source>
      <translation>Vous n’avez pas encore d’enregistrements à vous.</translation>
    </message>
    <message>
      <source>There are too few recordings to adapt the network: {learned} to learn from and {held} to test.</source>
      <translation>Il y a trop peu d’enregistrements pour adapter le réseau : {learned} pour apprendre et {held} pour tester.</translation>
    </message>
    <message>
      <source>There are: {names}.</source>
      <translation>Il y a : {names}.</translation>
    </message>
    <message>
      <source>There is no asset called {name}.</source>
      <translation>Il n'y a rien à télécharger sous le nom {name}.</translation>
    </message>
    <message>
      <source>There is no colour table called {name}.</source>
      <translation>Il n'y a pas de palette de couleurs nommée {name}.</translation>
    </message>
    <message>
      <source>There is no data set and no folder named {folder}.</source>
      <translation>Il n'y a ni jeu de données ni dossier nommé {folder}.</translation>
    </message>
    <message>
      <source>There is no experiment called {name}.</source>
      <translation>Il n'y a pas d'expérience nommée {name}.</translation>
    </message>
    <message>
      <source>There is no file {name}.</source>
      <translation>Il n'y a pas de fichier {name}.</translation>
    </message>
    <message>
      <source>There is no file {path}.</source>
      <translation>Il n'y a pas de fichier {path}.</translation>
    </message>
    <message>
      <source>There is no file {where}.</source>
      <translation>Il n'y a pas de fichier {where}.</translation>
    </message>
    <message>
      <source>There is no folder {folder}.</source>
      <translation>Il n’y a pas de dossier {folder}.</translation>
    </message>
    <message>
      <source>There is no fusion network called {name}.</source>
      <translation>Il n’existe pas de réseau de fusion appelé {name}.</translation>
    </message>
    <message>
      <source>There is no fusion strategy called {name}.</source>
      <translation>Il n'y a pas de stratégie de fusion nommée {name}.</translation>
    </message>
    <message>
      <source>There is no heatmap method called {method}.</source>
      <translation>Il n'y a pas de méthode de carte de chaleur nommée {method}.</translation>
    </message>
    <message>
      <source>There is no language called {name}.</source>
      <translation>Il n’y a pas de langue appelée {name}.</translation>
    </message>
    <message>
      <source>There is no moment yet to write.</source>
      <translation>Il n’y a encore aucun moment à écrire.</translation>
    </message>
    <message>
      <source>There is no network adapted to your voice.</source>
      <translation>Il n’y a pas de réseau adapté à votre voix.</translation>
    </message>
    <message>
      <source>There is no network called {name}.</source>
      <translation>Il n'y a pas de réseau nommé {name}.</translation>
    </message>
    <message>
      <source>There is no picture on the clipboard.</source>
      <translation>Il n'y a pas d'image dans le presse-papiers.</translation>
    </message>
    <message>
      <source>There is no picture to change.</source>
      <translation>Il n'y a pas d'image à modifier.</translation>
    </message>
    <message>
      <source>There is no report in the format {name}.</source>
      <translation>Il n’y a pas de compte rendu au format {name}.</translation>
    </message>
    <message>
      <source>There is no run of spoken digits yet, so the report's network cannot listen.</source>
      <translation>Il n'y a pas encore d'essai de chiffres parlés, le réseau du rapport ne peut donc pas écouter.</translation>
    </message>
    <message>
      <source>There is no setup called {name}.</source>
      <translation>Il n'y a pas de variante nommée {name}.</translation>
    </message>
    <message>
      <source>There is no split called {name}.</source>
      <translation>Il n’y a pas de répartition appelée {name}.</translation>
    </message>
    <message>
      <source>There is no study called {name} in {where}.</source>
      <translation>Il n'y a pas d'étude nommée {name} dans {where}.</translation>
    </message>
    <message>
      <source>There is no test pair {index}: {count} pairs are asked.</source>
      <translation>Il n’y a pas de paire de test {index} : {count} paires sont interrogées.</translation>
    </message>
    <message>
      <source>There is no trained network in {folder}.</source>
      <translation>Il n’y a pas de réseau entraîné dans {folder}.</translation>
    </message>
    <message>
      <source>There is no training run in {folder}.</source>
      <translation>Il n'y a pas d'essai d'apprentissage dans {folder}.</translation>
    </message>
    <message>
      <source>There is no transform called {name}.</source>
      <translation>Il n'y a pas de transformation nommée {name}.</translation>
    </message>
    <message>
      <source>There is nothing to read.</source>
      <translation>Il n'y a rien à lire.</translation>
    </message>
    <message>
      <source>These spectrogram settings do not fit together: window {window}, n_fft {n_fft}, hop {hop}, {bands} bands.</source>
      <translation>Ces réglages de spectrogramme ne vont pas ensemble : fenêtre {window}, n_fft {n_fft}, pas {hop}, {bands} bandes.</translation>
    </message>
    <message>
      <source>They are left out. Choose the set that the split was made of.</source>
      <translation>Ils sont laissés de côté. Choisissez le jeu dont vient cette répartition.</translation>
    </message>
    <message>
      <source>They are not used.</source>
      <translation>Ils ne servent pas.</translation>
    </message>
    <message>
      <source>This computer cannot give each of {wanted} processes a device called {device} of its own.</source>
      <translation>Cet ordinateur ne peut pas donner à chacun des {wanted} processus son propre calculateur {device}.</translation>
    </message>
    <message>
      <source>This computer has no PortAudio library, so the lab cannot use a microphone.</source>
      <translation>Cet ordinateur n'a pas la bibliothèque PortAudio : le labo ne peut pas utiliser de micro.</translation>
    </message>
    <message>
      <source>This computer has no device called {device} that torch can use.</source>
      <translation>Cet ordinateur n'a pas de matériel {device} que torch puisse utiliser.</translation>
    </message>
    <message>
      <source>This copy of the lab has no list of its packages, so it cannot make a kit.</source>
      <translation>Cette copie du laboratoire n’a pas la liste de ses paquets et ne peut donc pas faire de kit.</translation>
    </message>
    <message>
      <source>This desktop does not let a program look at the screen.</source>
      <translation>Ce bureau ne laisse pas un programme regarder l’écran.</translation>
    </message>
    <message>
      <source>This drawing has more than {max_strokes} strokes or {max_points} points.</source>
      <translation>Ce dessin a plus de {max_strokes} traits ou de {max_points} points.</translation>
    </message>
    <message>
      <source>This file has no list named "strokes".</source>
      <translation>Ce fichier n'a pas de liste nommée « strokes ».</translation>
    </message>
    <message>
      <source>This needs the package {package}, an extra that is not installed.</source>
      <translation>Il faut pour cela le paquet {package}, un complément qui n'est pas installé.</translation>
    </message>
    <message>
      <source>This network cannot be written as ONNX ({reason}).</source>
      <translation>Ce réseau ne peut pas être écrit en ONNX ({reason}).</translation>
    </message>
    <message>
      <source>This network has no class called “{text}”.</source>
      <translation>Ce réseau n'a pas de classe nommée « {text} ».</translation>
    </message>
    <message>
      <source>This network has no layer with a map of positions, so there is no place to point at.</source>
      <translation>Ce réseau n'a pas de couche avec une carte de positions : il n'y a aucun endroit à montrer.</translation>
    </message>
    <message>
      <source>This picture is only {width} x {height} pixels: a digit cannot be read in it.</source>
      <translation>Cette image ne fait que {width} x {height} pixels : on ne peut pas y lire un chiffre.</translation>
    </message>
    <message>
      <source>This run has no weights to export: no epoch was finished, or they were deleted.</source>
      <translation>Cet essai n'a pas de poids à exporter : aucune époque n'est terminée, ou ils ont été supprimés.</translation>
    </message>
    <message>
      <source>This run has no weights to look at: no epoch was finished, or they were deleted.</source>
      <translation>Cet essai n'a pas de poids à regarder : aucune époque n'a été terminée, ou ils ont été supprimés.</translation>
    </message>
    <message>
      <source>This session holds {count} moments and takes no more, so the last one was not kept.</source>
      <translation>Cette séance contient {count} moments et n’en prend pas davantage ; le dernier n’a donc pas été gardé.</translation>
    </message>
    <message>
      <source>This strokes file is larger than {max_mb} MB: it is not one drawn digit.</source>
      <translation>Ce fichier de traits dépasse {max_mb} Mo : ce n'est pas un chiffre dessiné.</translation>
    </message>
    <message>
      <source>This strokes file is not JSON: it cannot be read.</source>
      <translation>Ce fichier de traits n'est pas du JSON : il ne peut pas être lu.</translation>
    </message>
    <message>
      <source>This take is too short for a digit.</source>
      <translation>Cette prise est trop courte pour un chiffre.</translation>
    </message>
    <message>
      <source>This take is very quiet.</source>
      <translation>Cette prise est très faible.</translation>
    </message>
    <message>
      <source>This take was too loud: its peaks are cut off (clipping).</source>
      <translation>Cette prise est trop forte : ses crêtes sont coupées (saturation).</translation>
    </message>
    <message>
      <source>This version of TP Lab has no network called {kind}.</source>
      <translation>Cette version de TP Lab n'a pas de réseau nommé {kind}.</translation>
    </message>
    <message>
      <source>Too few digits are both drawn and said in the {part} part to pair them.</source>
      <translation>Trop peu de chiffres sont à la fois dessinés et dits dans la partie {part} pour former des paires.</translation>
    </message>
    <message>
      <source>Train it again.</source>
      <translation>Entraînez-le de nouveau.</translation>
    </message>
    <message>
      <source>Train one first.</source>
      <translation>Entraînez-en un d’abord.</translation>
    </message>
    <message>
      <source>Train one: on the Training tab choose the experiment on spoken digits and press Start.</source>
      <translation>Faites-en un : dans l'onglet Apprentissage, choisissez l'expérience sur les chiffres parlés et appuyez sur Démarrer.</translation>
    </message>
    <message>
      <source>Trial {number} was given up by the others, because this computer said nothing for too long (did it sleep?).</source>
      <translation>L'essai {number} a été abandonné par les autres, car cet ordinateur s'est tu trop longtemps (s'est-il mis en veille ?).</translation>
    </message>
    <message>
      <source>Try again in a moment.</source>
      <translation>Réessayez dans un instant.</translation>
    </message>
    <message>
      <source>Try again later, or take the set from another place.</source>
      <translation>Réessayez plus tard, ou prenez le jeu ailleurs.</translation>
    </message>
    <message>
      <source>Try again.</source>
      <translation>Réessayez.</translation>
    </message>
    <message>
      <source>Try the last weights instead of the best ones, or train again.</source>
      <translation>Essayez les derniers poids au lieu des meilleurs, ou entraînez à nouveau.</translation>
    </message>
    <message>
      <source>Two of the runs are called {name}, so one would replace the other.</source>
      <translation>Deux des essais s'appellent {name} : l'un remplacerait l'autre.</translation>
    </message>
    <message>
      <source>Type a few letters to see the classes it knows.</source>
      <translation>Tapez quelques lettres pour voir les classes qu'il connaît.</translation>
    </message>
    <message>
      <source>Unplug the camera and plug it in again, or press Retry.</source>
      <translation>Débranchez et rebranchez la caméra, ou cliquez sur Réessayer.</translation>
    </message>
    <message>
      <source>Update TP Lab to read or continue it.</source>
      <translation>Mettez TP Lab à jour pour le lire ou le continuer.</translation>
    </message>
    <message>
      <source>Update TP Lab.</source>
      <translation>Mettez TP Lab à jour.</translation>
    </message>
    <message>
      <source>Use 'builtin', 'fsdd', or a folder that exists.</source>
      <translation>Utilisez 'builtin', 'fsdd', ou un dossier qui existe.</translation>
    </message>
    <message>
      <source>Use 'builtin', 'mnist', or a folder that exists.</source>
      <translation>Utilisez 'builtin', 'mnist', ou un dossier qui existe.</translation>
    </message>
    <message>
      <source>Use --manifest alone, or leave it out.</source>
      <translation>Utilisez --manifest seul, ou retirez-le.</translation>
    </message>
    <message>
      <source>Use Grad-CAM, which gives the same map there and works elsewhere too.</source>
      <translation>Utilisez Grad-CAM, qui donne la même carte ici et fonctionne aussi ailleurs.</translation>
    </message>
    <message>
      <source>Use a picture of at least {side} x {side} pixels.</source>
      <translation>Utilisez une image d'au moins {side} x {side} pixels.</translation>
    </message>
    <message>
      <source>Use a sharp picture of one dark digit on light paper, or the reverse.</source>
      <translation>Utilisez une image nette d'un seul chiffre sombre sur papier clair, ou l'inverse.</translation>
    </message>
    <message>
      <source>Use a smaller set, or IDX files.</source>
      <translation>Utilisez un jeu plus petit, ou des fichiers IDX.</translation>
    </message>
    <message>
      <source>Use a smaller set.</source>
      <translation>Utilisez un jeu plus petit.</translation>
    </message>
    <message>
      <source>Use another model or other weights.</source>
      <translation>Utilisez un autre réseau ou d'autres poids.</translation>
    </message>
    <message>
      <source>Use at most {most}.</source>
      <translation>Utilisez-en au plus {most}.</translation>
    </message>
    <message>
      <source>Use builtin, regnet_y_400mf, or another classification network of torchvision.</source>
      <translation>Utilisez builtin, regnet_y_400mf, ou un autre réseau de classification de torchvision.</translation>
    </message>
    <message>
      <source>Use fewer sub-folders.</source>
      <translation>Utilisez moins de sous-dossiers.</translation>
    </message>
    <message>
      <source>Use the sets that the pairs were made from, or make the pairs again.</source>
      <translation>Utilisez les jeux dont les paires sont issues, ou refaites les paires.</translation>
    </message>
    <message>
      <source>Wait until it ends, or stop it there.</source>
      <translation>Attendez qu'il finisse, ou arrêtez-le là-bas.</translation>
    </message>
    <message>
      <source>Whose answers are these?</source>
      <translation>De qui sont ces réponses ?</translation>
    </message>
    <message>
      <source>With this split, {train} clips are left to learn from and {test} to test.</source>
      <translation>Avec ce partage, il reste {train} sons pour l'apprentissage et {test} pour le test.</translation>
    </message>
    <message>
      <source>Write it as low:high, between {bottom} and {top}.</source>
      <translation>Écrivez-le bas:haut, entre {bottom} et {top}.</translation>
    </message>
    <message>
      <source>Write true or false.</source>
      <translation>Écrivez true ou false.</translation>
    </message>
    <message>
      <source>pip is not there, and only pip can fetch packages into a folder.</source>
      <translation>pip n’est pas là, et lui seul sait récupérer des paquets dans un dossier.</translation>
    </message>
    <message>
      <source>tplab digit --manifest reads its manifest.csv.</source>
      <translation>tplab digit --manifest lit son manifest.csv.</translation>
    </message>
    <message>
      <source>train.csv ({train} clips) and test.csv ({test} clips) are in {folder}.</source>
      <translation>train.csv ({train} enregistrements) et test.csv ({test} enregistrements) sont dans {folder}.</translation>
    </message>
    <message>
      <source>{bad} of {total} pictures in {folder} cannot be used and were left out; the first is {name}.</source>
      <translation>{bad} images sur {total} de {folder} sont inutilisables et ont été laissées de côté ; la première est {name}.</translation>
    </message>
    <message>
      <source>{bad} of {total} pictures in {folder} cannot be used, the first is {name}: too few are left to learn from and to test.</source>
      <translation>{bad} images sur {total} de {folder} sont inutilisables, la première est {name} : il en reste trop peu pour apprendre et pour tester.</translation>
    </message>
    <message>
      <source>{count} clips of the set are in neither part.</source>
      <translation>{count} enregistrements du jeu ne sont dans aucune des deux parties.</translation>
    </message>
    <message>
      <source>{count} files are in both parts, so the test asks what was learnt by heart; the first is {first}.</source>
      <translation>{count} fichiers sont dans les deux parties : le test demande donc ce qui a été appris par cœur ; le premier est {first}.</translation>
    </message>
    <message>
      <source>{count} of {classes} classes have no picture to learn from or none to test; the first is {name}.</source>
      <translation>{count} classes sur {classes} n'ont pas d'image pour apprendre ou pas d'image de test ; la première est {name}.</translation>
    </message>
    <message>
      <source>{count} of {total} clips are longer than {seconds} s; what comes after is not heard.</source>
      <translation>{count} sons sur {total} durent plus de {seconds} s ; la suite n'est pas entendue.</translation>
    </message>
    <message>
      <source>{count} of {total} clips could not be read and were left out.</source>
      <translation>{count} sons sur {total} n'ont pas pu être lus et ont été laissés de côté.</translation>
    </message>
    <message>
      <source>{count} pictures are more than a series is made of ({most} at most).</source>
      <translation>{count} images, c'est plus qu'une série n'en compte ({most} au plus).</translation>
    </message>
    <message>
      <source>{failed} of {rows} rows of {manifest} could not be read; the others are done.</source>
      <translation>{failed} lignes sur {rows} de {manifest} n'ont pas pu être lues ; les autres sont faites.</translation>
    </message>
    <message>
      <source>{failed} of {total} pictures could not be looked at.</source>
      <translation>{failed} images sur {total} n'ont pas pu être regardées.</translation>
    </message>
    <message>
      <source>{folder} cannot be read ({reason}).</source>
      <translation>{folder} ne peut pas être lu ({reason}).</translation>
    </message>
    <message>
      <source>{folder} does not hold the file {file}.</source>
      <translation>{folder} ne contient pas le fichier {file}.</translation>
    </message>
    <message>
      <source>{folder} holds more than {limit} clips.</source>
      <translation>{folder} contient plus de {limit} enregistrements.</translation>
    </message>
    <message>
      <source>{folder} holds no digits that the lab knows, neither pictures nor sounds.</source>
      <translation>{folder} ne contient aucun chiffre que le labo connaisse, ni images ni sons.</translation>
    </message>
    <message>
      <source>{folder} holds no folders of pictures.</source>
      <translation>{folder} ne contient pas de dossiers d'images.</translation>
    </message>
    <message>
      <source>{folder} holds no handwritten digits that the lab knows.</source>
      <translation>{folder} ne contient aucun chiffre manuscrit que le labo connaisse.</translation>
    </message>
    <message>
      <source>{folder} holds no moments that TP Lab has kept.</source>
      <translation>{folder} ne contient aucun moment gardé par TP Lab.</translation>
    </message>
    <message>
      <source>{folder} holds no spoken digits that the lab knows.</source>
      <translation>{folder} ne contient aucun chiffre parlé que le labo connaisse.</translation>
    </message>
    <message>
      <source>{folder} holds other files than {title} (sha256 differs).</source>
      <translation>{folder} contient d'autres fichiers que {title} (le sha256 diffère).</translation>
    </message>
    <message>
      <source>{folder} holds too many runs of this second.</source>
      <translation>{folder} contient trop d'essais de cette même seconde.</translation>
    </message>
    <message>
      <source>{folder} holds {count} sounds, but none is named by the rule (the first is {first}).</source>
      <translation>{folder} contient {count} sons, mais aucun n’est nommé selon la règle (le premier est {first}).</translation>
    </message>
    <message>
      <source>{folder} holds {total} classes, more than the lab tells apart ({limit}).</source>
      <translation>{folder} contient {total} classes, plus que le labo n'en distingue ({limit}).</translation>
    </message>
    <message>
      <source>{folder} holds {total} pictures, more than the lab loads ({limit}).</source>
      <translation>{folder} contient {total} images, plus que le labo n'en charge ({limit}).</translation>
    </message>
    <message>
      <source>{folder} holds {total} pictures: too few to learn from and to test.</source>
      <translation>{folder} contient {total} images : trop peu pour apprendre et pour tester.</translation>
    </message>
    <message>
      <source>{folder} is a file, not a folder of digits.</source>
      <translation>{folder} est un fichier, pas un dossier de chiffres.</translation>
    </message>
    <message>
      <source>{folder} is a file, not a folder of spoken digits.</source>
      <translation>{folder} est un fichier, pas un dossier de chiffres parlés.</translation>
    </message>
    <message>
      <source>{folder} is a file, so no run can be kept in it.</source>
      <translation>{folder} est un fichier : aucun essai ne peut y être gardé.</translation>
    </message>
    <message>
      <source>{method} cannot be computed on the layer {layer} of {model}: {reason}.</source>
      <translation>{method} ne peut pas être calculée sur la couche {layer} de {model} : {reason}.</translation>
    </message>
    <message>
      <source>{name} cannot be read ({reason}).</source>
      <translation>{name} ne peut pas être lu ({reason}).</translation>
    </message>
    <message>
      <source>{name} cannot be searched in {experiment} ({setup}).</source>
      <translation>{name} ne peut pas être cherché dans {experiment} ({setup}).</translation>
    </message>
    <message>
      <source>{name} cannot be {value}.</source>
      <translation>{name} ne peut pas valoir {value}.</translation>
    </message>
    <message>
      <source>{name} claims {rate_hz} samples a second, which no recording has.</source>
      <translation>{name} annonce {rate_hz} échantillons par seconde, ce qu'aucun enregistrement n'a.</translation>
    </message>
    <message>
      <source>{name} claims {total} values, more than the lab loads ({limit}).</source>
      <translation>{name} annonce {total} valeurs, plus que le labo n'en charge ({limit}).</translation>
    </message>
    <message>
      <source>{name} ends in the middle of its header.</source>
      <translation>{name} finit au milieu de son en-tête.</translation>
    </message>
    <message>
      <source>{name} gives {count} files another digit or speaker than their names; the first is {first}.</source>
      <translation>{name} donne à {count} fichiers un autre chiffre ou locuteur que leur nom ; le premier est {first}.</translation>
    </message>
    <message>
      <source>{name} holds fewer values than its header says ({total}).</source>
      <translation>{name} contient moins de valeurs que ne le dit son en-tête ({total}).</translation>
    </message>
    <message>
      <source>{name} holds more values than its header says ({total}).</source>
      <translation>{name} contient plus de valeurs que ne le dit son en-tête ({total}).</translation>
    </message>
    <message>
      <source>{name} holds no video that can be played: the file is damaged, empty or of another kind.</source>
      <translation>{name} ne contient pas de vidéo lisible : le fichier est endommagé, vide ou d'un autre type.</translation>
    </message>
    <message>
      <source>{name} holds values that are not numbers, so it cannot be heard.</source>
      <translation>{name} contient des valeurs qui ne sont pas des nombres : on ne peut pas l'écouter.</translation>
    </message>
    <message>
      <source>{name} is a file of {megabytes} MB, which is more than a picture needs.</source>
      <translation>{name} est un fichier de {megabytes} Mo, plus qu'il n'en faut pour une image.</translation>
    </message>
    <message>
      <source>{name} is a folder, not a picture.</source>
      <translation>{name} est un dossier, pas une image.</translation>
    </message>
    <message>
      <source>{name} is a folder, not a sound file.</source>
      <translation>{name} est un dossier, pas un fichier son.</translation>
    </message>
    <message>
      <source>{name} is a folder, not a video.</source>
      <translation>{name} est un dossier, pas une vidéo.</translation>
    </message>
    <message>
      <source>{name} is a sound file without a single sample.</source>
      <translation>{name} est un fichier son sans un seul échantillon.</translation>
    </message>
    <message>
      <source>{name} is an IDX file, but not one of unsigned bytes with {axes} axes.</source>
      <translation>{name} est un fichier IDX, mais pas d'octets non signés à {axes} axes.</translation>
    </message>
    <message>
      <source>{name} is damaged: it cannot be unpacked to its end.</source>
      <translation>{name} est endommagé : il ne peut pas être décompressé jusqu'au bout.</translation>
    </message>
    <message>
      <source>{name} is damaged: only a part of the picture is there.</source>
      <translation>{name} est endommagé : seule une partie de l'image est là.</translation>
    </message>
    <message>
      <source>{name} is empty (0 bytes).</source>
      <translation>{name} est vide (0 octet).</translation>
    </message>
    <message>
      <source>{name} is no file of studies, so nothing was written to it.</source>
      <translation>{name} n'est pas un fichier d'études, rien n'y a donc été écrit.</translation>
    </message>
    <message>
      <source>{name} is no lesson: {reason}.</source>
      <translation>{name} n’est pas une leçon : {reason}.</translation>
    </message>
    <message>
      <source>{name} is not a picture that can be read.</source>
      <translation>{name} n'est pas une image lisible.</translation>
    </message>
    <message>
      <source>{name} is not a sound file that can be read.</source>
      <translation>{name} n'est pas un fichier son lisible.</translation>
    </message>
    <message>
      <source>{name} is not an IDX file, the format of MNIST.</source>
      <translation>{name} n'est pas un fichier IDX, le format de MNIST.</translation>
    </message>
    <message>
      <source>{name} is not the file the lab knows (its content or its sha256 differs); it was not kept.</source>
      <translation>{name} n'est pas le fichier que le labo connaît (son contenu ou son sha256 diffère) ; il n'a pas été gardé.</translation>
    </message>
    <message>
      <source>{name} is {value}; it must lie between {low} and {high}.</source>
      <translation>{name} vaut {value} ; il doit être entre {low} et {high}.</translation>
    </message>
    <message>
      <source>{name} is {width} x {height} pixels, more than the {limit} million the lab opens.</source>
      <translation>{name} fait {width} x {height} pixels, plus que les {limit} millions que le labo ouvre.</translation>
    </message>
    <message>
      <source>{name} names {count} files that are not in the set; the first is {first}.</source>
      <translation>{name} nomme {count} fichiers qui ne sont pas dans le jeu ; le premier est {first}.</translation>
    </message>
    <message>
      <source>{name} names {count} files twice; the first is {first}.</source>
      <translation>{name} nomme deux fois {count} fichiers ; le premier est {first}.</translation>
    </message>
    <message>
      <source>{name} would need more memory than the lab gives a picture ({limit} million pixels).</source>
      <translation>{name} demanderait plus de mémoire que le labo n'en donne à une image ({limit} millions de pixels).</translation>
    </message>
    <message>
      <source>{n} files saved in {folder}.</source>
      <translation>{n} fichiers enregistrés dans {folder}.</translation>
    </message>
    <message>
      <source>{n} runs in {folder} cannot be read.</source>
      <translation>{n} essais de {folder} ne peuvent pas être lus.</translation>
    </message>
    <message>
      <source>{n} trials in a row could not begin: {reason}</source>
      <translation>{n} essais de suite n'ont pas pu commencer : {reason}</translation>
    </message>
    <message>
      <source>{out} is a folder, and this format needs the name of a file.</source>
      <translation>{out} est un dossier, et ce format demande le nom d'un fichier.</translation>
    </message>
    <message>
      <source>{pair} answers no question of this lesson.</source>
      <translation>{pair} ne répond à aucune question de cette leçon.</translation>
    </message>
    <message>
      <source>{path} cannot be read as a list of clips.</source>
      <translation>{path} ne se lit pas comme une liste d’enregistrements.</translation>
    </message>
    <message>
      <source>{path} could not be written ({reason}).</source>
      <translation>{path} n'a pas pu être écrit ({reason}).</translation>
    </message>
    <message>
      <source>{path} holds answers to another lesson, or to another version of it.</source>
      <translation>{path} contient les réponses à une autre leçon, ou à une autre version de celle-ci.</translation>
    </message>
    <message>
      <source>{path} holds no answers to a lesson ({reason}).</source>
      <translation>{path} ne contient pas de réponses à une leçon ({reason}).</translation>
    </message>
    <message>
      <source>{path} is no list of clips: it lacks rows or columns.</source>
      <translation>{path} n’est pas une liste d’enregistrements : il manque des lignes ou des colonnes.</translation>
    </message>
    <message>
      <source>{path} is no table of pairs: its first line must name {columns}.</source>
      <translation>{path} n’est pas un tableau de paires : sa première ligne doit nommer {columns}.</translation>
    </message>
    <message>
      <source>{path} is too large to be a list of clips.</source>
      <translation>{path} est trop gros pour une liste d’enregistrements.</translation>
    </message>
    <message>
      <source>{text} is no range of {name}.</source>
      <translation>{text} n'est pas un intervalle de {name}.</translation>
    </message>
    <message>
      <source>{where} is a folder.</source>
      <translation>{where} est un dossier.</translation>
    </message>
  </context>
  <context>
    <name>Ledger</name>
    <message>
      <source>40 bands; one column per hop of 200 samples, and one more</source>
      <translation>40 bandes ; une colonne par pas de 200 échantillons, et une de plus</translation>
    </message>
    <message>
      <source>A function of the network</source>
      <translation>Une fonction du réseau</translation>
    </message>
    <message>
      <source>A log-probability for each class: their exponentials add up to 1</source>
      <translation>Une log-probabilité par classe : la somme de leurs exponentielles vaut 1</translation>
    </message>
    <message>
      <source>Both are laid one above the other</source>
      <translation>Les deux sont empilés</translation>
    </message>
    <message>
      <source>Both are laid side by side</source>
      <translation>Les deux sont mis côte à côte</translation>
    </message>
    <message>
      <source>Column by column, in both directions, with a memory</source>
      <translation>Colonne par colonne, dans les deux sens, avec une mémoire</translation>
    </message>
    <message>
      <source>Each channel gets mean 0 and deviation 1, then a scale and an offset of its own</source>
      <translation>Chaque canal est ramené à une moyenne 0 et un écart 1, puis reçoit son échelle et son décalage</translation>
    </message>
    <message>
      <source>Each of {outputs} values is a weighted sum of all {inputs}, plus its own constant</source>
      <translation>Chacune des {outputs} valeurs est une somme pondérée des {inputs}, plus sa propre constante</translation>
    </message>
    <message>
      <source>Means of neighbouring values, so that the shape becomes this one</source>
      <translation>Moyennes de valeurs voisines, pour obtenir cette forme</translation>
    </message>
    <message>
      <source>Negative values become 0; the shape stays</source>
      <translation>Les valeurs négatives deviennent 0 ; la forme reste</translation>
    </message>
    <message>
      <source>One byte for each point, from 0 (paper) to 255 (ink)</source>
      <translation>Un octet par point, de 0 (papier) à 255 (encre)</translation>
    </message>
    <message>
      <source>One channel, in decibels: silence is -100 dB</source>
      <translation>Un canal, en décibels : le silence est à -100 dB</translation>
    </message>
    <message>
      <source>One channel, normalised</source>
      <translation>Un canal, normalisé</translation>
    </message>
    <message>
      <source>One channel: decibels less their mean, divided by their deviation</source>
      <translation>Un canal : les décibels moins leur moyenne, divisés par leur écart type</translation>
    </message>
    <message>
      <source>One channel: decibels of clips made equally loud, less their mean, divided by their deviation</source>
      <translation>Un canal : décibels d'extraits mis au même niveau, moins leur moyenne, divisés par leur écart type</translation>
    </message>
    <message>
      <source>One channel; divided by 255, then less the mean and divided by the deviation</source>
      <translation>Un canal ; divisé par 255, puis moins la moyenne et divisé par l'écart type</translation>
    </message>
    <message>
      <source>One second at 8,000 samples a second</source>
      <translation>Une seconde à 8 000 échantillons par seconde</translation>
    </message>
    <message>
      <source>The largest of each {kernel} x {across} values: {size} / {across} = {left}</source>
      <translation>La plus grande de chaque bloc de {kernel} x {across} valeurs : {size} / {across} = {left}</translation>
    </message>
    <message>
      <source>The largest value over time</source>
      <translation>La plus grande valeur au cours du temps</translation>
    </message>
    <message>
      <source>Values are squeezed between -1 and 1; the shape stays</source>
      <translation>Les valeurs sont ramenées entre -1 et 1 ; la forme reste</translation>
    </message>
    <message>
      <source>Weights that add up to 1</source>
      <translation>Des poids dont la somme vaut 1</translation>
    </message>
    <message>
      <source>What is missing is replaced by what was learnt for its absence</source>
      <translation>Ce qui manque est remplacé par ce qui a été appris pour son absence</translation>
    </message>
    <message>
      <source>While learning, some values are silenced at random; the shape stays</source>
      <translation>Pendant l'apprentissage, des valeurs tirées au hasard sont mises à zéro ; la forme reste</translation>
    </message>
    <message>
      <source>clip</source>
      <translation>son</translation>
    </message>
    <message>
      <source>mel spectrogram</source>
      <translation>spectrogramme mel</translation>
    </message>
    <message>
      <source>picture</source>
      <translation>image</translation>
    </message>
    <message>
      <source>tensor</source>
      <translation>tenseur</translation>
    </message>
    <message>
      <source>{bands} bands, as for {mel_rate} samples a second; one column per hop and one more: {length} / {hop} + 1 = {frames}</source>
      <translation>{bands} bandes, comme pour {mel_rate} échantillons par seconde ; une fenêtre par pas et une de plus : {length} / {hop} + 1 = {frames}</translation>
    </message>
    <message>
      <source>{factors} values in one row</source>
      <translation>{factors} valeurs en une ligne</translation>
    </message>
    <message>
      <source>{filters} filters of {kernel} x {kernel}, step {stride}, {padding} zeros at each end: {size} columns become ({size} + 2 x {padding} - {kernel}) / {stride} + 1 = {left}</source>
      <translation>{filters} filtres de {kernel} x {kernel}, pas {stride}, {padding} zéros à chaque bout : {size} colonnes deviennent ({size} + 2 x {padding} - {kernel}) / {stride} + 1 = {left}</translation>
    </message>
    <message>
      <source>{filters} filters of {kernel} x {kernel}, step {stride}: {size} columns become ({size} - {kernel}) / {stride} + 1 = {left}</source>
      <translation>{filters} filtres de {kernel} x {kernel}, pas {stride} : {size} colonnes deviennent ({size} - {kernel}) / {stride} + 1 = {left}</translation>
    </message>
    <message>
      <source>{seconds:.3g} s at {rate} samples a second: cut, or followed by silence</source>
      <translation>{seconds:.3g} s à {rate} échantillons par seconde : coupé, ou suivi de silence</translation>
    </message>
  </context>
  <context>
    <name>LengthRange</name>
    <message>
      <source>Length</source>
      <translation>Durée</translation>
    </message>
    <message>
      <source>Longest, in seconds</source>
      <translation>Au plus, en secondes</translation>
    </message>
    <message>
      <source>Shortest, in seconds</source>
      <translation>Au moins, en secondes</translation>
    </message>
    <message>
      <source>any</source>
      <translation>libre</translation>
    </message>
    <message>
      <source>to</source>
      <translation>à</translation>
    </message>
  </context>
  <context>
    <name>LevelMeter</name>
    <message>
      <source>CLIPPING</source>
      <translation>SATURATION</translation>
    </message>
    <message>
      <source>How loud the sound is, in decibels below the loudest value a file can hold (0 dB). Speech is fine between −40 and −10 dB; at 0 dB it is cut off (clipping).</source>
      <translation>Le niveau du son, en décibels sous la plus forte valeur qu'un fichier peut contenir (0 dB). La parole est bien entre −40 et −10 dB ; à 0 dB elle est écrêtée (saturation).</translation>
    </message>
    <message>
      <source>Level of the sound</source>
      <translation>Niveau du son</translation>
    </message>
  </context>
  <context>
    <name>LiveRun</name>
    <message>
      <source>Building the network and measuring the computer's speed…</source>
      <translation>Construction du réseau et mesure de la vitesse…</translation>
    </message>
    <message>
      <source>Ended early: no progress for {n} epochs, best epoch {best}.</source>
      <translation>Arrêt anticipé : aucun progrès depuis {n} époques, meilleure époque : {best}.</translation>
    </message>
    <message>
      <source>Failed. What was finished is kept on disk.</source>
      <translation>Échec. Ce qui était terminé est gardé sur le disque.</translation>
    </message>
    <message>
      <source>Finished. The run is kept on disk.</source>
      <translation>Terminé. L'essai est gardé sur le disque.</translation>
    </message>
    <message>
      <source>Getting ready…</source>
      <translation>Préparation…</translation>
    </message>
    <message>
      <source>Learning</source>
      <translation>Apprentissage en cours</translation>
    </message>
    <message>
      <source>Nothing was started.</source>
      <translation>Rien n'a été lancé.</translation>
    </message>
    <message>
      <source>Paused. Nothing is lost; press Resume to go on.</source>
      <translation>En pause. Rien n'est perdu ; cliquez sur Reprendre.</translation>
    </message>
    <message>
      <source>Reading the examples…</source>
      <translation>Lecture des exemples…</translation>
    </message>
    <message>
      <source>Stopped. Its whole epochs are kept on disk.</source>
      <translation>Arrêté. Ses époques entières sont gardées sur le disque.</translation>
    </message>
    <message>
      <source>Stopped: the loss left all bounds.</source>
      <translation>Arrêté : la perte a dépassé toute limite.</translation>
    </message>
    <message>
      <source>Stopping after this batch…</source>
      <translation>Arrêt après ce lot…</translation>
    </message>
    <message>
      <source>The numbers of the run appear here.</source>
      <translation>Les nombres de l'essai apparaissent ici.</translation>
    </message>
  </context>
  <context>
    <name>LookAnswers</name>
    <message>
      <source>What this place alone supports</source>
      <translation>Ce que cet endroit seul soutient</translation>
    </message>
  </context>
  <context>
    <name>LookPage</name>
    <message>
      <source>Computing… {done} %</source>
      <translation>Calcul… {done} %</translation>
    </message>
    <message>
      <source>Kept. Now choose another class.</source>
      <translation>Gardée. Choisissez une autre classe.</translation>
    </message>
    <message>
      <source>The heatmap has stopped. Press Retry.</source>
      <translation>La carte de chaleur s'est arrêtée. Cliquez sur Réessayer.</translation>
    </message>
    <message>
      <source>The network is being loaded…</source>
      <translation>Chargement du réseau…</translation>
    </message>
  </context>
  <context>
    <name>LrMarks</name>
    <message>
      <source>lr {before} → {after}</source>
      <translation>taux {before} → {after}</translation>
    </message>
  </context>
  <context>
    <name>MachineDialog</name>
    <message>
      <source>Found</source>
      <translation>Trouvé</translation>
    </message>
    <message>
      <source>State</source>
      <translation>État</translation>
    </message>
    <message>
      <source>This machine</source>
      <translation>Cette machine</translation>
    </message>
    <message>
      <source>What</source>
      <translation>Quoi</translation>
    </message>
    <message>
      <source>What this machine has</source>
      <translation>Ce qu'il y a sur cette machine</translation>
    </message>
    <message>
      <source>What to do</source>
      <translation>Que faire</translation>
    </message>
    <message>
      <source>fine</source>
      <translation>présent</translation>
    </message>
    <message>
      <source>missing</source>
      <translation>manquant</translation>
    </message>
    <message>
      <source>without</source>
      <translation>sans</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Data</source>
      <translation>Données</translation>
    </message>
    <message>
      <source>Digits</source>
      <translation>Chiffres</translation>
    </message>
    <message>
      <source>Heatmap</source>
      <translation>Carte de chaleur</translation>
    </message>
    <message>
      <source>Loading torch…</source>
      <translation>Chargement de torch…</translation>
    </message>
    <message>
      <source>Loading…</source>
      <translation>Chargement…</translation>
    </message>
    <message>
      <source>Not loaded</source>
      <translation>Non chargé</translation>
    </message>
    <message>
      <source>Subjects of the lab</source>
      <translation>Thèmes du labo</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Apprentissage</translation>
    </message>
  </context>
  <context>
    <name>MapView</name>
    <message>
      <source>Across</source>
      <translation>En travers</translation>
    </message>
    <message>
      <source>Black is a score of 0, yellow of 100 %; the line is the critical threshold, 80 %. {share} % of the map lies above it; the scores go from {low} to {high} %.</source>
      <translation>Noir : score de 0 ; jaune : 100 % ; la ligne est le seuil critique, 80 %. {share} % de la carte est au-dessus ; les scores vont de {low} à {high} %.</translation>
    </message>
    <message>
      <source>Draw the map</source>
      <translation>Dessiner la carte</translation>
    </message>
    <message>
      <source>Point at a cell to read it.</source>
      <translation>Pointez une case pour la lire.</translation>
    </message>
    <message>
      <source>Score for both transforms together</source>
      <translation>Score des deux transformations ensemble</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>Étapes</translation>
    </message>
    <message>
      <source>Steps of each axis</source>
      <translation>Étapes de chaque axe</translation>
    </message>
    <message>
      <source>Stopped after {done} rows.</source>
      <translation>Arrêtée après {done} lignes.</translation>
    </message>
    <message>
      <source>The map is being drawn…</source>
      <translation>La carte se dessine…</translation>
    </message>
    <message>
      <source>Transform across</source>
      <translation>Transformation en travers</translation>
    </message>
    <message>
      <source>Transform upwards</source>
      <translation>Transformation vers le haut</translation>
    </message>
    <message>
      <source>Two transforms at once: does dim light make a tilted ball harder to see than both do alone? The two places of a patch show where the network needs to see.</source>
      <translation>Deux transformations à la fois : une lumière faible rend-elle une balle inclinée plus difficile à voir que chacune seule ? Les deux positions d'un cache montrent où le réseau a besoin de voir.</translation>
    </message>
    <message>
      <source>Upwards</source>
      <translation>Vers le haut</translation>
    </message>
    <message>
      <source>{x_name} {x}, {y_name} {y}: {score} %</source>
      <translation>{x_name} {x}, {y_name} {y} : {score} %</translation>
    </message>
  </context>
  <context>
    <name>Measure</name>
    <message>
      <source>Deletion: mean score while the hottest parts go; small is good.</source>
      <translation>Suppression : score moyen pendant que les parties les plus chaudes disparaissent ; petit, c’est bien.</translation>
    </message>
    <message>
      <source>Drop: how much of the score is lost when only the heat is left to see; small is good.</source>
      <translation>Chute : part du score perdue quand il ne reste que la chaleur à voir ; petit, c’est bien.</translation>
    </message>
    <message>
      <source>In a box that you draw: the share of the heat inside, and whether the peak is.</source>
      <translation>Dans un cadre que vous tracez : la part de la chaleur à l’intérieur, et si le maximum y est.</translation>
    </message>
    <message>
      <source>Insertion: mean score while the hottest parts come into a blurred picture; great is good.</source>
      <translation>Insertion : score moyen pendant que les parties les plus chaudes reviennent dans une image floue ; grand, c’est bien.</translation>
    </message>
    <message>
      <source>ROAD: half the gap between the scores without the coldest and without the hottest parts, filled in from their surroundings; great is good.</source>
      <translation>ROAD : moitié de l’écart entre les scores sans les parties les plus froides et sans les plus chaudes, comblées d’après leur entourage ; grand, c’est bien.</translation>
    </message>
  </context>
  <context>
    <name>MelControls</name>
    <message>
      <source>All of them rise evenly in brightness, so that equal steps look equal</source>
      <translation>Toutes montent régulièrement en clarté : des pas égaux paraissent égaux</translation>
    </message>
    <message>
      <source>Back to the settings for the eye</source>
      <translation>Revenir aux réglages pour l’œil</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Couleurs</translation>
    </message>
    <message>
      <source>For the eye</source>
      <translation>Pour l’œil</translation>
    </message>
    <message>
      <source>How far below the loudest point the darkest colour lies</source>
      <translation>À quelle distance sous le point le plus fort se trouve la couleur la plus sombre</translation>
    </message>
    <message>
      <source>Preset</source>
      <translation>Préréglage</translation>
    </message>
    <message>
      <source>Range</source>
      <translation>Étendue</translation>
    </message>
    <message>
      <source>Recogniser of the lab</source>
      <translation>Reconnaisseur du labo</translation>
    </message>
    <message>
      <source>Report: MelSpectrogram()</source>
      <translation>Rapport : MelSpectrogram()</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Réinitialiser</translation>
    </message>
    <message>
      <source>Settings that belong together; change any of them and they are your own</source>
      <translation>Des réglages qui vont ensemble ; changez-en un et ce sont les vôtres</translation>
    </message>
    <message>
      <source>Your own</source>
      <translation>Les vôtres</translation>
    </message>
    <message>
      <source>torchaudio, right rate</source>
      <translation>torchaudio, fréquence juste</translation>
    </message>
  </context>
  <context>
    <name>MelForm</name>
    <message>
      <source> samples</source>
      <translation> points</translation>
    </message>
    <message>
      <source>0 dB is full scale</source>
      <translation>0 dB à pleine échelle</translation>
    </message>
    <message>
      <source>Bands add</source>
      <translation>Somme de</translation>
    </message>
    <message>
      <source>Blackman</source>
      <translation>Blackman</translation>
    </message>
    <message>
      <source>Frames centred on their time</source>
      <translation>Trames centrées sur leur instant</translation>
    </message>
    <message>
      <source>From one column to the next: shorter gives more columns</source>
      <translation>D’une colonne à la suivante : plus court donne plus de colonnes</translation>
    </message>
    <message>
      <source>HTK</source>
      <translation>HTK</translation>
    </message>
    <message>
      <source>Hamming</source>
      <translation>Hamming</translation>
    </message>
    <message>
      <source>Hann</source>
      <translation>Hann</translation>
    </message>
    <message>
      <source>Highest</source>
      <translation>Maximum</translation>
    </message>
    <message>
      <source>Hop</source>
      <translation>Pas</translation>
    </message>
    <message>
      <source>How a frame fades in and out</source>
      <translation>Comment une trame apparaît et s’efface</translation>
    </message>
    <message>
      <source>How much of a frame is listened to; no longer than n_fft</source>
      <translation>Ce que l’on écoute d’une trame ; pas plus long que n_fft</translation>
    </message>
    <message>
      <source>Length of one FFT: longer tells frequencies apart, and blurs time</source>
      <translation>Longueur d’une FFT : plus longue, elle distingue les fréquences et brouille le temps</translation>
    </message>
    <message>
      <source>Lowest</source>
      <translation>Minimum</translation>
    </message>
    <message>
      <source>Mel bands</source>
      <translation>Bandes mel</translation>
    </message>
    <message>
      <source>Mel scale</source>
      <translation>Échelle mel</translation>
    </message>
    <message>
      <source>Rate believed</source>
      <translation>Fréq. supposée</translation>
    </message>
    <message>
      <source>Rows of the picture: more are narrower, until some are empty</source>
      <translation>Lignes de l’image : plus nombreuses, elles sont plus étroites, jusqu’à être vides</translation>
    </message>
    <message>
      <source>Shape</source>
      <translation>Forme</translation>
    </message>
    <message>
      <source>Slaney</source>
      <translation>Slaney</translation>
    </message>
    <message>
      <source>The clip is mirrored at both ends, so that column 0 is centred on its start</source>
      <translation>L’extrait est prolongé en miroir aux deux bouts : la colonne 0 est centrée sur son début</translation>
    </message>
    <message>
      <source>Two formulas for pitch are in use</source>
      <translation>Deux formules de hauteur sont en usage</translation>
    </message>
    <message>
      <source>What is summed up in a band</source>
      <translation>Ce qui est additionné dans une bande</translation>
    </message>
    <message>
      <source>What the program takes the rate to be</source>
      <translation>La fréquence d’échantillonnage que le programme suppose</translation>
    </message>
    <message>
      <source>Where the highest band ends; 0 is half the rate</source>
      <translation>Où finit la bande la plus haute ; 0 est la moitié de la fréquence d’échantillonnage</translation>
    </message>
    <message>
      <source>Where the lowest band begins</source>
      <translation>Où commence la bande la plus basse</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>Fenêtre</translation>
    </message>
    <message>
      <source>Without it 0 dB is a power of 1 in the FFT, as in torchaudio</source>
      <translation>Sinon 0 dB est une puissance de 1 dans la FFT, comme dans torchaudio</translation>
    </message>
    <message>
      <source>half the rate</source>
      <translation>moitié de la fréquence</translation>
    </message>
    <message>
      <source>magnitude</source>
      <translation>amplitude</translation>
    </message>
    <message>
      <source>power</source>
      <translation>puissance</translation>
    </message>
    <message>
      <source>rectangular</source>
      <translation>rectangulaire</translation>
    </message>
    <message>
      <source>that of the file</source>
      <translation>celle du fichier</translation>
    </message>
  </context>
  <context>
    <name>Method</name>
    <message>
      <source>A method that measures no better than this one explains nothing.</source>
      <translation>Une méthode dont les mesures ne sont pas meilleures n’explique rien.</translation>
    </message>
    <message>
      <source>Each channel gets the share of the score that it can claim in a fair division.</source>
      <translation>Chaque canal reçoit la part du score qui lui revient dans un partage équitable.</translation>
    </message>
    <message>
      <source>EigenCAM of activation times gradient, so that the class counts again.</source>
      <translation>EigenCAM de l’activation fois le gradient : la classe compte de nouveau.</translation>
    </message>
    <message>
      <source>EigenCAM with a kernel, so that patterns need not be straight lines.</source>
      <translation>EigenCAM avec un noyau : les motifs n’ont plus à être des droites.</translation>
    </message>
    <message>
      <source>Grad-CAM of the difference between the class and the classes most like it.</source>
      <translation>Grad-CAM de la différence entre la classe et celles qui lui ressemblent le plus.</translation>
    </message>
    <message>
      <source>Grad-CAM whose gradients are averaged with the activations as weights.</source>
      <translation>Grad-CAM dont les gradients sont moyennés avec les activations pour poids.</translation>
    </message>
    <message>
      <source>It is cleaner than Grad-CAM where many channels disagree.</source>
      <translation>Plus nette que Grad-CAM là où beaucoup de canaux se contredisent.</translation>
    </message>
    <message>
      <source>It is exact (the mean over the cells, plus the bias, is the logit) and it shows evidence against, too.</source>
      <translation>Elle est exacte (la moyenne des cases, plus le biais, est le logit) et montre aussi ce qui parle contre.</translation>
    </message>
    <message>
      <source>It shows only cells that really raised the score; on the last map it equals Grad-CAM.</source>
      <translation>Elle ne montre que les cases qui ont vraiment fait monter le score ; sur la dernière carte elle égale Grad-CAM.</translation>
    </message>
    <message>
      <source>It shows what tells a tennis ball from other balls, not what all balls share.</source>
      <translation>Elle montre ce qui distingue une balle de tennis des autres balles, pas ce qu’elles ont en commun.</translation>
    </message>
    <message>
      <source>It stays sharp on earlier layers, where the other methods turn to noise.</source>
      <translation>Elle reste nette sur les couches précédentes, où les autres méthodes deviennent du bruit.</translation>
    </message>
    <message>
      <source>It works for any convolutional network and layer; the usual first choice.</source>
      <translation>Elle marche pour tout réseau convolutif et toute couche ; le premier choix habituel.</translation>
    </message>
    <message>
      <source>Multiplies gradient and activation cell by cell and keeps what is positive in each channel.</source>
      <translation>Multiplie gradient et activation case par case et garde ce qui est positif dans chaque canal.</translation>
    </message>
    <message>
      <source>Multiplies gradient and activation cell by cell, then adds the channels.</source>
      <translation>Multiplie gradient et activation case par case, puis additionne les canaux.</translation>
    </message>
    <message>
      <source>No class is asked for, so the target makes no difference.</source>
      <translation>Aucune classe n’est demandée : la cible ne change rien.</translation>
    </message>
    <message>
      <source>No gradient is needed, but one forward pass for every channel: it is slow.</source>
      <translation>Pas besoin de gradient, mais un passage dans le réseau par canal : elle est lente.</translation>
    </message>
    <message>
      <source>No gradient is needed, but one pass through the end of the network for every channel: it is slow.</source>
      <translation>Pas besoin de gradient, mais un passage dans la fin du réseau par canal : elle est lente.</translation>
    </message>
    <message>
      <source>Several objects of one class all light up; it is the method of the report.</source>
      <translation>Plusieurs objets d’une classe s’allument tous ; c’est la méthode du rapport.</translation>
    </message>
    <message>
      <source>Shows the main pattern of the activations: their first principal component.</source>
      <translation>Montre le motif principal des activations : leur première composante principale.</translation>
    </message>
    <message>
      <source>Shows the network only what each channel lights up, and looks at the score.</source>
      <translation>Ne montre au réseau que ce que chaque canal éclaire, et regarde le score.</translation>
    </message>
    <message>
      <source>So the cells add up to the score as nearly as possible.</source>
      <translation>Ainsi, la somme des cases approche le score au plus près.</translation>
    </message>
    <message>
      <source>Switches each channel off and looks how far the score falls.</source>
      <translation>Éteint chaque canal et regarde de combien le score tombe.</translation>
    </message>
    <message>
      <source>Weighs channels by gradient and curvature, an estimate of their Shapley values.</source>
      <translation>Pèse les canaux par le gradient et la courbure, une estimation de leurs valeurs de Shapley.</translation>
    </message>
    <message>
      <source>Weighs each channel by the mean gradient of the class score.</source>
      <translation>Pèse chaque canal par le gradient moyen du score de la classe.</translation>
    </message>
    <message>
      <source>Weighs each channel by the weight of the last linear layer itself.</source>
      <translation>Pèse chaque canal par le poids même de la dernière couche linéaire.</translation>
    </message>
    <message>
      <source>Weighs each channel by where its gradient is positive, cell by cell.</source>
      <translation>Pèse chaque canal d’après les endroits où son gradient est positif, case par case.</translation>
    </message>
    <message>
      <source>Weighs every cell of every channel by its own positive gradient.</source>
      <translation>Pèse chaque case de chaque canal par son propre gradient positif.</translation>
    </message>
    <message>
      <source>Weighs the channels at random: a control that knows nothing of the class.</source>
      <translation>Pèse les canaux au hasard : un témoin qui ne sait rien de la classe.</translation>
    </message>
    <message>
      <source>What speaks against the class in one channel no longer hides what another channel says.</source>
      <translation>Ce qui parle contre la classe dans un canal ne cache plus ce que dit un autre canal.</translation>
    </message>
  </context>
  <context>
    <name>MethodCard</name>
    <message>
      <source>drop {share}</source>
      <translation>chute {share}</translation>
    </message>
    <message>
      <source>rises</source>
      <translation>monte</translation>
    </message>
    <message>
      <source>stopped</source>
      <translation>arrêté</translation>
    </message>
    <message>
      <source>waiting</source>
      <translation>en attente</translation>
    </message>
    <message>
      <source>{drop} · deletion {deletion} · insertion {insertion} · ROAD {road}</source>
      <translation>{drop} · suppression {deletion} · insertion {insertion} · ROAD {road}</translation>
    </message>
    <message>
      <source>{ms} ms</source>
      <translation>{ms} ms</translation>
    </message>
    <message>
      <source>{share} of the heat in the box · {said}</source>
      <translation>{share} de la chaleur dans le cadre · {said}</translation>
    </message>
    <message>
      <source>✔ peak in the box</source>
      <translation>✔ maximum dans le cadre</translation>
    </message>
    <message>
      <source>✘ peak outside</source>
      <translation>✘ maximum en dehors</translation>
    </message>
  </context>
  <context>
    <name>MethodChoice</name>
    <message>
      <source>Heatmap method</source>
      <translation>Méthode de carte de chaleur</translation>
    </message>
  </context>
  <context>
    <name>MethodGrid</name>
    <message>
      <source>Maps of the methods</source>
      <translation>Cartes des méthodes</translation>
    </message>
  </context>
  <context>
    <name>MistakesDialog</name>
    <message>
      <source>Hear this recording (P)</source>
      <translation>Écouter cet enregistrement (P)</translation>
    </message>
    <message>
      <source>Mistakes of “{name}”</source>
      <translation>Erreurs de « {name} »</translation>
    </message>
    <message>
      <source>Nothing was named wrongly.</source>
      <translation>Rien n’a été mal nommé.</translation>
    </message>
    <message>
      <source>Picture {name}: a {true}, taken for a {guess} with {guessed}; the {true} got {truth}.</source>
      <translation>Image {name} : un {true}, pris pour un {guess} avec {guessed} ; le {true} a reçu {truth}.</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>Écouter</translation>
    </message>
    <message>
      <source>Progress of the review</source>
      <translation>Avancement de la relecture</translation>
    </message>
    <message>
      <source>The best weights name {right:,} of {total:,} test pictures rightly ({share:.2f} %). Rows: what was drawn; columns: what it was taken for.</source>
      <translation>Les meilleurs poids reconnaissent {right:,} images de test sur {total:,} ({share:.2f} %). Lignes : ce qui a été dessiné ; colonnes : ce pour quoi il a été pris.</translation>
    </message>
    <message>
      <source>The best weights name {right:,} of {total:,} test recordings rightly ({share:.2f} %). Rows: what was said; columns: what it was taken for.</source>
      <translation>Les meilleurs poids nomment correctement {right:,} enregistrements de test sur {total:,} ({share:.2f} %). Lignes : ce qui a été dit ; colonnes : ce qui a été reconnu.</translation>
    </message>
    <message>
      <source>The test examples are being read again…</source>
      <translation>Les exemples de test sont relus…</translation>
    </message>
    <message>
      <source>Worst mistakes</source>
      <translation>Pires erreurs</translation>
    </message>
    <message>
      <source>Worst mistakes (drawn → taken for)</source>
      <translation>Pires erreurs (dessiné → pris pour)</translation>
    </message>
    <message>
      <source>Worst mistakes (said → taken for)</source>
      <translation>Pires erreurs (dit → reconnu)</translation>
    </message>
    <message>
      <source>the network</source>
      <translation>le réseau</translation>
    </message>
    <message>
      <source>{name}: a {true}, taken for a {guess} with {guessed}; the {true} got {truth}.</source>
      <translation>{name} : un {true}, pris pour un {guess} avec {guessed} ; le {true} a reçu {truth}.</translation>
    </message>
  </context>
  <context>
    <name>ModelChoice</name>
    <message>
      <source>A network of torchvision whose weights are on this machine.</source>
      <translation>Un réseau de torchvision dont les poids sont sur cette machine.</translation>
    </message>
    <message>
      <source>A small network that comes with the lab and knows tennis balls.</source>
      <translation>Un petit réseau fourni avec le labo, qui connaît les balles de tennis.</translation>
    </message>
    <message>
      <source>Built-in</source>
      <translation>Intégré</translation>
    </message>
    <message>
      <source>Digits (of the lab)</source>
      <translation>Chiffres (du labo)</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>Réseau</translation>
    </message>
    <message>
      <source>The network of the report, ImageNet weights of 2021; they must be on this machine.</source>
      <translation>Le réseau du compte rendu, poids ImageNet de 2021 ; ils doivent être sur cette machine.</translation>
    </message>
    <message>
      <source>The network that reads what you draw on the tab Digits: 28 x 28, bright ink on dark.</source>
      <translation>Le réseau qui lit ce que vous dessinez dans l’onglet Chiffres : 28 x 28, encre claire sur fond sombre.</translation>
    </message>
    <message>
      <source>The same network with the later ImageNet weights; they must be on this machine.</source>
      <translation>Le même réseau avec les poids ImageNet plus récents ; ils doivent être sur cette machine.</translation>
    </message>
    <message>
      <source>Trained in this lab: handwritten digits or your own pictures, 28 x 28, bright ink on dark.</source>
      <translation>Entraîné dans ce labo : chiffres manuscrits ou vos propres images, 28 x 28, encre claire sur fond sombre.</translation>
    </message>
  </context>
  <context>
    <name>MomentDetail</name>
    <message>
      <source>(in use)</source>
      <translation>(en usage)</translation>
    </message>
    <message>
      <source>It was</source>
      <translation>C’était</translation>
    </message>
    <message>
      <source>Not told</source>
      <translation>Non dit</translation>
    </message>
    <message>
      <source>Say that it was {digit} (key {digit})</source>
      <translation>Dire que c’était {digit} (touche {digit})</translation>
    </message>
    <message>
      <source>Take the label away (Backspace)</source>
      <translation>Enlever l’étiquette (Retour arrière)</translation>
    </message>
    <message>
      <source>What every strategy says</source>
      <translation>Ce que dit chaque stratégie</translation>
    </message>
    <message>
      <source>What the network saw</source>
      <translation>Ce que le réseau a vu</translation>
    </message>
    <message>
      <source>digit</source>
      <translation>chiffre</translation>
    </message>
    <message>
      <source>no</source>
      <translation>non</translation>
    </message>
    <message>
      <source>score</source>
      <translation>score</translation>
    </message>
    <message>
      <source>strategy</source>
      <translation>stratégie</translation>
    </message>
    <message>
      <source>sure</source>
      <translation>sûr</translation>
    </message>
    <message>
      <source>trust: image {image:.0f} %, sound {sound:.0f} %</source>
      <translation>confiance : image {image:.0f} %, son {sound:.0f} %</translation>
    </message>
    <message>
      <source>word from {start:.1f} to {end:.1f} s</source>
      <translation>mot de {start:.1f} à {end:.1f} s</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>oui</translation>
    </message>
    <message>
      <source>{strokes} stroke(s), {points} points</source>
      <translation>trait(s) : {strokes}, points : {points}</translation>
    </message>
  </context>
  <context>
    <name>MomentList</name>
    <message>
      <source>Moments of this session</source>
      <translation>Moments de cette séance</translation>
    </message>
    <message>
      <source>both {both} · image {image} · sound {sound}</source>
      <translation>les deux {both} · image {image} · son {sound}</translation>
    </message>
    <message>
      <source>it was {label}</source>
      <translation>c’était {label}</translation>
    </message>
    <message>
      <source>not told what it was</source>
      <translation>vous n’avez pas dit ce que c’était</translation>
    </message>
  </context>
  <context>
    <name>MomentReplay</name>
    <message>
      <source>Play the moment: the pen follows the sound (P)</source>
      <translation>Rejouer le moment : le stylo suit le son (P)</translation>
    </message>
    <message>
      <source>What was drawn</source>
      <translation>Ce qui a été dessiné</translation>
    </message>
  </context>
  <context>
    <name>MomentStrip</name>
    <message>
      <source>A moment of this session</source>
      <translation>Un moment de cette séance</translation>
    </message>
    <message>
      <source>All moments</source>
      <translation>Tous les moments</translation>
    </message>
    <message>
      <source>All moments of this session, to replay, label and export</source>
      <translation>Tous les moments de cette séance, à rejouer, étiqueter et exporter</translation>
    </message>
    <message>
      <source>Game</source>
      <translation>Jeu</translation>
    </message>
    <message>
      <source>Moment: {digit}. {belief}</source>
      <translation>Moment : {digit}. {belief}</translation>
    </message>
    <message>
      <source>Moments: {count}</source>
      <translation>Moments : {count}</translation>
    </message>
    <message>
      <source>Ten rounds against the clock (G)</source>
      <translation>Dix manches contre la montre (G)</translation>
    </message>
  </context>
  <context>
    <name>MomentWords</name>
    <message>
      <source>Believed neither: {digit} is what the drawing ({image}) and the sound ({sound}) can share.</source>
      <translation>N’a cru ni l’un ni l’autre : {digit} est ce que le dessin ({image}) et le son ({sound}) peuvent partager.</translation>
    </message>
    <message>
      <source>Believed the drawing, though less sure ({own} against {less}): it has {weight} of the trust.</source>
      <translation>A cru le dessin, pourtant moins sûr ({own} contre {less}) : il a {weight} de la confiance.</translation>
    </message>
    <message>
      <source>Believed the drawing: it was surer of {digit} ({own}) than the sound of {other} ({less}).</source>
      <translation>A cru le dessin : il était plus sûr de {digit} ({own}) que le son de {other} ({less}).</translation>
    </message>
    <message>
      <source>Believed the drawing: nothing was said.</source>
      <translation>A cru le dessin : rien n’a été dit.</translation>
    </message>
    <message>
      <source>Believed the drawing: the network's attention to it was {weight}.</source>
      <translation>A cru le dessin : le réseau lui a donné {weight} de son attention.</translation>
    </message>
    <message>
      <source>Believed the sound, though less sure ({own} against {less}): it has {weight} of the trust.</source>
      <translation>A cru le son, pourtant moins sûr ({own} contre {less}) : il a {weight} de la confiance.</translation>
    </message>
    <message>
      <source>Believed the sound: it was surer of {digit} ({own}) than the drawing of {other} ({less}).</source>
      <translation>A cru le son : il était plus sûr de {digit} ({own}) que le dessin de {other} ({less}).</translation>
    </message>
    <message>
      <source>Believed the sound: nothing was drawn.</source>
      <translation>A cru le son : rien n’a été dessiné.</translation>
    </message>
    <message>
      <source>Believed the sound: the network's attention to it was {weight}.</source>
      <translation>A cru le son : le réseau lui a donné {weight} de son attention.</translation>
    </message>
    <message>
      <source>Drawing and sound agree on {digit}.</source>
      <translation>Le dessin et le son s’accordent sur {digit}.</translation>
    </message>
    <message>
      <source>Nothing was drawn and nothing was said.</source>
      <translation>Rien n’a été dessiné, rien n’a été dit.</translation>
    </message>
    <message>
      <source>Of {count} words the last one counts.</source>
      <translation>De {count} mots, le dernier compte.</translation>
    </message>
    <message>
      <source>early fusion</source>
      <translation>fusion précoce</translation>
    </message>
    <message>
      <source>image alone</source>
      <translation>image seule</translation>
    </message>
    <message>
      <source>joint, side by side</source>
      <translation>conjointe, côte à côte</translation>
    </message>
    <message>
      <source>joint, with attention</source>
      <translation>conjointe, avec attention</translation>
    </message>
    <message>
      <source>sound alone</source>
      <translation>son seul</translation>
    </message>
    <message>
      <source>vote</source>
      <translation>vote</translation>
    </message>
    <message>
      <source>weighted product</source>
      <translation>produit pondéré</translation>
    </message>
  </context>
  <context>
    <name>MomentsPage</name>
    <message>
      <source>Bring back what was deleted last (Ctrl+Z)</source>
      <translation>Faire revenir ce qui a été supprimé en dernier (Ctrl+Z)</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Supprimer</translation>
    </message>
    <message>
      <source>Delete for good</source>
      <translation>Effacer définitivement</translation>
    </message>
    <message>
      <source>Delete the chosen moments (Del); this can be taken back</source>
      <translation>Supprimer les moments choisis (Suppr) ; cela peut être annulé</translation>
    </message>
    <message>
      <source>Deleted: {count}</source>
      <translation>Supprimés : {count}</translation>
    </message>
    <message>
      <source>Export the data set into</source>
      <translation>Exporter le jeu de données dans</translation>
    </message>
    <message>
      <source>No moment yet. Draw a digit, say it, or do both on the page Draw and say: every one is kept here, and on this computer only.</source>
      <translation>Aucun moment encore. Dessinez un chiffre, dites-le ou faites les deux sur la page « Dessiner et dire » : chacun est gardé ici, et sur cet ordinateur seulement.</translation>
    </message>
    <message>
      <source>Of {count} told: image right {image}, sound right {sound}, both right {both}.</source>
      <translation>Sur {count} étiquetés : image juste {image}, son juste {sound}, les deux ensemble {both}.</translation>
    </message>
    <message>
      <source>Open the folder of a session</source>
      <translation>Ouvrir le dossier d’une séance</translation>
    </message>
    <message>
      <source>Remove what was deleted from the disk now; this cannot be undone</source>
      <translation>Effacer maintenant du disque ce qui a été supprimé ; cela ne peut pas être annulé</translation>
    </message>
    <message>
      <source>Save a copy of the session in</source>
      <translation>Enregistrer une copie de la séance dans</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Annuler</translation>
    </message>
  </context>
  <context>
    <name>MoreParameters</name>
    <message>
      <source>Device</source>
      <translation>Matériel</translation>
    </message>
    <message>
      <source>More parameters</source>
      <translation>Autres paramètres</translation>
    </message>
    <message>
      <source>What computes: the processor (cpu) or a graphics card</source>
      <translation>Ce qui calcule : le processeur (cpu) ou une carte graphique</translation>
    </message>
    <message>
      <source>automatic</source>
      <translation>automatique</translation>
    </message>
  </context>
  <context>
    <name>NetworkDialog</name>
    <message>
      <source>Network: {experiment}</source>
      <translation>Réseau : {experiment}</translation>
    </message>
  </context>
  <context>
    <name>NetworkView</name>
    <message>
      <source>Batch normalisation</source>
      <translation>Normalisation par lot</translation>
    </message>
    <message>
      <source>Concatenation</source>
      <translation>Concaténation</translation>
    </message>
    <message>
      <source>Convolution</source>
      <translation>Convolution</translation>
    </message>
    <message>
      <source>Dropout</source>
      <translation>Dropout</translation>
    </message>
    <message>
      <source>Flatten</source>
      <translation>Mise à plat</translation>
    </message>
    <message>
      <source>Linear</source>
      <translation>Linéaire</translation>
    </message>
    <message>
      <source>Log-softmax</source>
      <translation>Log-softmax</translation>
    </message>
    <message>
      <source>Max-pooling</source>
      <translation>Max-pooling</translation>
    </message>
    <message>
      <source>Maximum</source>
      <translation>Maximum</translation>
    </message>
    <message>
      <source>Mean-pooling</source>
      <translation>Moyenne locale</translation>
    </message>
    <message>
      <source>Parameters</source>
      <translation>Paramètres</translation>
    </message>
    <message>
      <source>ReLU</source>
      <translation>ReLU</translation>
    </message>
    <message>
      <source>Recurrent (GRU)</source>
      <translation>Récurrent (GRU)</translation>
    </message>
    <message>
      <source>Sending one example through the network…</source>
      <translation>Passage d'un exemple dans le réseau…</translation>
    </message>
    <message>
      <source>Shape</source>
      <translation>Forme</translation>
    </message>
    <message>
      <source>Shapes from the file to the answer</source>
      <translation>Les formes, du fichier à la réponse</translation>
    </message>
    <message>
      <source>Softmax</source>
      <translation>Softmax</translation>
    </message>
    <message>
      <source>Stack</source>
      <translation>Empilement</translation>
    </message>
    <message>
      <source>Station</source>
      <translation>Étape</translation>
    </message>
    <message>
      <source>Tanh</source>
      <translation>Tanh</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Pourquoi</translation>
    </message>
    <message>
      <source>With these choices an example cannot pass the network.</source>
      <translation>Avec ces choix, un exemple ne peut pas traverser le réseau.</translation>
    </message>
    <message>
      <source>{parameters} parameters are learnt. Shapes are those of one example.</source>
      <translation>{parameters} paramètres sont appris. Les formes sont celles d'un exemple.</translation>
    </message>
  </context>
  <context>
    <name>OutOfView</name>
    <message>
      <source>Outside what is shown now; “fit” shows every point again</source>
      <translation>Hors de ce qui est affiché ; « ajuster » montre à nouveau tous les points</translation>
    </message>
    <message>
      <source>▲ 1 point above</source>
      <translation>▲ 1 point au-dessus</translation>
    </message>
    <message>
      <source>▲ {n} points above</source>
      <translation>▲ {n} points au-dessus</translation>
    </message>
    <message>
      <source>▼ 1 point below</source>
      <translation>▼ 1 point au-dessous</translation>
    </message>
    <message>
      <source>▼ {n} points below</source>
      <translation>▼ {n} points au-dessous</translation>
    </message>
    <message>
      <source>✕ 1 point that is no number</source>
      <translation>✕ 1 point qui n'est pas un nombre</translation>
    </message>
    <message>
      <source>✕ {n} points that are no numbers</source>
      <translation>✕ {n} points qui ne sont pas des nombres</translation>
    </message>
  </context>
  <context>
    <name>OutlierTable</name>
    <message>
      <source>Click a clip to see and hear it on the page Explore</source>
      <translation>Cliquez sur un enregistrement pour le voir et l’entendre sur la page Explorer</translation>
    </message>
    <message>
      <source>Clip</source>
      <translation>Enregistrement</translation>
    </message>
    <message>
      <source>Clips that stand out</source>
      <translation>Enregistrements à part</translation>
    </message>
    <message>
      <source>Stands out</source>
      <translation>À part</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Valeur</translation>
    </message>
    <message>
      <source>clipped</source>
      <translation>saturé</translation>
    </message>
    <message>
      <source>long</source>
      <translation>long</translation>
    </message>
    <message>
      <source>loud</source>
      <translation>fort</translation>
    </message>
    <message>
      <source>quiet</source>
      <translation>faible</translation>
    </message>
    <message>
      <source>short</source>
      <translation>court</translation>
    </message>
    <message>
      <source>unreadable</source>
      <translation>illisible</translation>
    </message>
    <message>
      <source>{count:.0f} samples</source>
      <translation>{count:.0f} éch.</translation>
    </message>
  </context>
  <context>
    <name>PagedTab</name>
    <message>
      <source>Pages of this tab</source>
      <translation>Pages de cet onglet</translation>
    </message>
  </context>
  <context>
    <name>PanelsExport</name>
    <message>
      <source>Copied.</source>
      <translation>Copié.</translation>
    </message>
    <message>
      <source>PNG pictures</source>
      <translation>Images PNG</translation>
    </message>
    <message>
      <source>Save the three pictures</source>
      <translation>Enregistrer les trois images</translation>
    </message>
    <message>
      <source>Saved as {name}.</source>
      <translation>Enregistré : {name}.</translation>
    </message>
  </context>
  <context>
    <name>PredictFirst</name>
    <message>
      <source>Clear</source>
      <translation>Effacer</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Terminé</translation>
    </message>
    <message>
      <source>Draw it with the mouse or the arrow keys. Guessing among ten costs 2.3 nats. Epoch {epoch:.0f}: {loss:.2f} nats.</source>
      <translation>Dessinez-la à la souris ou avec les flèches. Deviner entre dix coûte 2,3 nats. Époque {epoch:.0f} : {loss:.2f} nats.</translation>
    </message>
    <message>
      <source>Draw what you expect: the loss curve of the next run, before you start it</source>
      <translation>Dessinez ce que vous attendez : la courbe de perte du prochain essai, avant de le lancer</translation>
    </message>
    <message>
      <source>Forget</source>
      <translation>Oublier</translation>
    </message>
    <message>
      <source>Keep the sketch for the next run (Enter)</source>
      <translation>Garder l'esquisse pour le prochain essai (Entrée)</translation>
    </message>
    <message>
      <source>Start the next run without a sketch</source>
      <translation>Lancer le prochain essai sans esquisse</translation>
    </message>
    <message>
      <source>Take the last stroke back (Ctrl+Z)</source>
      <translation>Annuler le dernier trait (Ctrl+Z)</translation>
    </message>
    <message>
      <source>Take the whole sketch away</source>
      <translation>Retirer toute l'esquisse</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Which curve you draw</source>
      <translation>Quelle courbe vous dessinez</translation>
    </message>
    <message>
      <source>Your expected {curve} waits for the next run that starts (dashed).</source>
      <translation>Votre {curve} attendue est gardée pour le prochain essai (en tirets).</translation>
    </message>
    <message>
      <source>expected {curve}</source>
      <translation>{curve} attendue</translation>
    </message>
    <message>
      <source>predict</source>
      <translation>prévoir</translation>
    </message>
  </context>
  <context>
    <name>PredictionWords</name>
    <message>
      <source>Flat (5 % of the fall left): expected from epoch {expected}, measured from epoch {measured}.</source>
      <translation>Plate (il reste 5 % de la baisse) : attendue dès l'époque {expected}, mesurée dès l'époque {measured}.</translation>
    </message>
    <message>
      <source>From epoch 1 to 2 you expected {expected:.0f} % of the whole fall; measured: {measured:.0f} %.</source>
      <translation>De l'époque 1 à 2, vous attendiez {expected:.0f} % de toute la baisse ; mesuré : {measured:.0f} %.</translation>
    </message>
    <message>
      <source>The measured curve is flat from epoch {measured}; yours is not flat so far.</source>
      <translation>La courbe mesurée est plate dès l'époque {measured} ; la vôtre ne l'est pas jusqu'ici.</translation>
    </message>
    <message>
      <source>You expected it flat from epoch {expected}; the measured curve is not flat so far.</source>
      <translation>Vous l'attendiez plate dès l'époque {expected} ; la courbe mesurée ne l'est pas jusqu'ici.</translation>
    </message>
    <message>
      <source>Your expected {curve} is kept; it is compared as soon as an epoch is measured.</source>
      <translation>Votre {curve} attendue est gardée ; elle sera comparée dès qu'une époque sera mesurée.</translation>
    </message>
    <message>
      <source>Your expected {curve} lies {distance:.3f} nats from the measured one on average over {n} epochs, mostly above it.</source>
      <translation>Votre {curve} attendue est en moyenne à {distance:.3f} nats de celle mesurée sur {n} époques, le plus souvent au-dessus.</translation>
    </message>
    <message>
      <source>Your expected {curve} lies {distance:.3f} nats from the measured one on average over {n} epochs, mostly below it.</source>
      <translation>Votre {curve} attendue est en moyenne à {distance:.3f} nats de celle mesurée sur {n} époques, le plus souvent au-dessous.</translation>
    </message>
    <message>
      <source>Your expected {curve} lies {distance:.3f} nats from the measured one on average over {n} epochs.</source>
      <translation>Votre {curve} attendue est en moyenne à {distance:.3f} nats de celle mesurée sur {n} époques.</translation>
    </message>
    <message>
      <source>test loss</source>
      <translation>perte de test</translation>
    </message>
    <message>
      <source>train loss</source>
      <translation>perte d'apprentissage</translation>
    </message>
  </context>
  <context>
    <name>ProgramExport</name>
    <message>
      <source>A small file to hand in: it trains the chosen run again, digit for digit</source>
      <translation>Un petit fichier à rendre : il refait l'essai choisi, au chiffre près</translation>
    </message>
    <message>
      <source>Curves for TensorBoard</source>
      <translation>Courbes pour TensorBoard</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Exporter</translation>
    </message>
    <message>
      <source>Folder for TensorBoard</source>
      <translation>Dossier pour TensorBoard</translation>
    </message>
    <message>
      <source>Loss and accuracy of each batch and epoch, and the parameters of each run</source>
      <translation>Perte et exactitude de chaque lot et de chaque époque, et paramètres de chaque essai</translation>
    </message>
    <message>
      <source>Model for other programs (ONNX)…</source>
      <translation>Modèle pour d'autres programmes (ONNX)…</translation>
    </message>
    <message>
      <source>Model of “{name}” for other programs</source>
      <translation>Modèle de « {name} » pour d'autres programmes</translation>
    </message>
    <message>
      <source>Python script that repeats the run…</source>
      <translation>Script Python qui répète l'essai…</translation>
    </message>
    <message>
      <source>The network with its best weights, checked: the file gives the lab's own scores, or is not kept</source>
      <translation>Le réseau avec ses meilleurs poids, vérifié : le fichier donne les scores du laboratoire, sinon il n'est pas gardé</translation>
    </message>
    <message>
      <source>Ticked runs for TensorBoard…</source>
      <translation>Essais cochés pour TensorBoard…</translation>
    </message>
  </context>
  <context>
    <name>QuestionBar</name>
    <message>
      <source>Look for cameras again and open the source again.</source>
      <translation>Chercher de nouveau les caméras et rouvrir la source.</translation>
    </message>
    <message>
      <source>Method</source>
      <translation>Méthode</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>Réseau</translation>
    </message>
    <message>
      <source>Next picture</source>
      <translation>Image suivante</translation>
    </message>
    <message>
      <source>Pictures to try.</source>
      <translation>Des images à essayer.</translation>
    </message>
    <message>
      <source>Previous picture</source>
      <translation>Image précédente</translation>
    </message>
    <message>
      <source>Retry</source>
      <translation>Réessayer</translation>
    </message>
    <message>
      <source>Samples</source>
      <translation>Exemples</translation>
    </message>
    <message>
      <source>The next picture of this folder (→).</source>
      <translation>L’image suivante de ce dossier (→).</translation>
    </message>
    <message>
      <source>The picture before, of this folder (←).</source>
      <translation>L’image précédente de ce dossier (←).</translation>
    </message>
  </context>
  <context>
    <name>QueueView</name>
    <message>
      <source>Begin the chosen run earlier (Alt+Up)</source>
      <translation>Avancer l'essai choisi (Alt+Haut)</translation>
    </message>
    <message>
      <source>Begin the chosen run later (Alt+Down)</source>
      <translation>Retarder l'essai choisi (Alt+Bas)</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Earlier</source>
      <translation>Plus tôt</translation>
    </message>
    <message>
      <source>Later</source>
      <translation>Plus tard</translation>
    </message>
    <message>
      <source>Queue: {n}</source>
      <translation>File d'attente : {n}</translation>
    </message>
    <message>
      <source>Queue: {n}, waits for Start</source>
      <translation>File d'attente : {n}, attend Démarrer</translation>
    </message>
    <message>
      <source>Runs that wait for their turn</source>
      <translation>Essais qui attendent leur tour</translation>
    </message>
    <message>
      <source>Take the chosen run out of the queue (Delete)</source>
      <translation>Retirer l'essai choisi de la file (Suppr)</translation>
    </message>
    <message>
      <source>failed</source>
      <translation>échoué</translation>
    </message>
    <message>
      <source>next</source>
      <translation>suivant</translation>
    </message>
    <message>
      <source>queued</source>
      <translation>en attente</translation>
    </message>
  </context>
  <context>
    <name>RankingView</name>
    <message>
      <source>* even at its strongest it does not reach the distance; left out of the comparison.</source>
      <translation>* même au plus fort, elle n'atteint pas la distance ; exclue de la comparaison.</translation>
    </message>
    <message>
      <source>Common distance</source>
      <translation>Distance commune</translation>
    </message>
    <message>
      <source>Distance</source>
      <translation>Distance</translation>
    </message>
    <message>
      <source>Distance (%)</source>
      <translation>Distance (%)</translation>
    </message>
    <message>
      <source>Every transform is made as strong as it takes to change the pictures by so much.</source>
      <translation>Chaque transformation est rendue aussi forte qu'il faut pour changer les images d'autant.</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>Groupe</translation>
    </message>
    <message>
      <source>How far a changed picture is from the original: the root mean square of all differences as a share of full scale, or the loss of structural similarity (Wang 2004).</source>
      <translation>À quelle distance l'image modifiée est de l'originale : la moyenne quadratique de toutes les différences, en part de la pleine échelle, ou la perte de similarité structurelle (Wang 2004).</translation>
    </message>
    <message>
      <source>Left out, because the network does not recognise them untouched: {names}.</source>
      <translation>Exclues, car le réseau ne les reconnaît pas sans modification : {names}.</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>Perte</translation>
    </message>
    <message>
      <source>Loss (points)</source>
      <translation>Perte (points)</translation>
    </message>
    <message>
      <source>Measure</source>
      <translation>Mesure</translation>
    </message>
    <message>
      <source>Measure of the distance</source>
      <translation>Mesure de la distance</translation>
    </message>
    <message>
      <source>Pictures: {names}.</source>
      <translation>Images : {names}.</translation>
    </message>
    <message>
      <source>Rank all transforms</source>
      <translation>Classer les transformations</translation>
    </message>
    <message>
      <source>Stopped after {count} transforms: light and geometry are not compared.</source>
      <translation>Arrêté après {count} transformations : lumière et géométrie ne sont pas comparées.</translation>
    </message>
    <message>
      <source>The report says: more sensitive to light than to geometry. Here all transforms change the pictures by the same distance; what the score loses there is comparable. Five recognised pictures are needed: choose all samples, or a folder.</source>
      <translation>Le rapport dit : plus sensible à la lumière qu'à la géométrie. Ici, toutes les transformations changent les images de la même distance ; ce que le score y perd est comparable. Il faut cinq images reconnues : choisissez tous les exemples, ou un dossier.</translation>
    </message>
    <message>
      <source>The transforms are being measured…</source>
      <translation>Les transformations sont mesurées…</translation>
    </message>
    <message>
      <source>Transform</source>
      <translation>Transformation</translation>
    </message>
    <message>
      <source>Transforms, the most harmful first</source>
      <translation>Transformations, la plus nuisible d'abord</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Valeur</translation>
    </message>
    <message>
      <source>root mean square</source>
      <translation>moyenne quadratique</translation>
    </message>
  </context>
  <context>
    <name>RecordDeck</name>
    <message>
      <source>Begin, or record this digit again (Space)</source>
      <translation>Commencer, ou enregistrer ce chiffre encore une fois (Espace)</translation>
    </message>
    <message>
      <source>End here; what was kept stays (Esc)</source>
      <translation>Terminer ici ; ce qui est gardé reste (Échap)</translation>
    </message>
    <message>
      <source>Enter keeps it, R repeats it, P plays it.</source>
      <translation>Entrée la garde, R la refait, P l’écoute.</translation>
    </message>
    <message>
      <source>Go on without this take (S)</source>
      <translation>Continuer sans cette prise (S)</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Garder</translation>
    </message>
    <message>
      <source>Keep this take, go to the next (Enter)</source>
      <translation>Garder cette prise, passer à la suivante (Entrée)</translation>
    </message>
    <message>
      <source>Look for the microphone again</source>
      <translation>Chercher de nouveau le micro</translation>
    </message>
    <message>
      <source>Press Space to try it: the simulated microphone says each digit itself. That is not your voice.</source>
      <translation>Appuyez sur Espace pour essayer : le micro simulé dit lui-même chaque chiffre. Ce n’est pas votre voix.</translation>
    </message>
    <message>
      <source>Press Space, and say each digit when the ring turns red.</source>
      <translation>Appuyez sur Espace, et dites chaque chiffre quand l’anneau devient rouge.</translation>
    </message>
    <message>
      <source>Record</source>
      <translation>Enregistrer</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Refaire</translation>
    </message>
    <message>
      <source>Retry</source>
      <translation>Réessayer</translation>
    </message>
    <message>
      <source>Say it now.</source>
      <translation>Dites-le maintenant.</translation>
    </message>
    <message>
      <source>Say this digit again (R)</source>
      <translation>Dire ce chiffre encore une fois (R)</translation>
    </message>
    <message>
      <source>Skip</source>
      <translation>Passer</translation>
    </message>
    <message>
      <source>State of the recording</source>
      <translation>État de l’enregistrement</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Arrêter</translation>
    </message>
    <message>
      <source>That was the last one. “Adapt to my voice” can use them.</source>
      <translation>C’était la dernière prise. « Adapter à ma voix » peut s’en servir.</translation>
    </message>
    <message>
      <source>Wait for the red ring, then say it.</source>
      <translation>Attendez l’anneau rouge, puis dites-le.</translation>
    </message>
    <message>
      <source>better once more</source>
      <translation>mieux vaut refaire</translation>
    </message>
    <message>
      <source>done</source>
      <translation>terminé</translation>
    </message>
    <message>
      <source>get ready: {count}</source>
      <translation>préparez-vous : {count}</translation>
    </message>
    <message>
      <source>heard</source>
      <translation>entendu</translation>
    </message>
    <message>
      <source>no sound yet</source>
      <translation>pas encore de son</translation>
    </message>
    <message>
      <source>not heard</source>
      <translation>pas entendu</translation>
    </message>
    <message>
      <source>ready</source>
      <translation>prêt</translation>
    </message>
    <message>
      <source>recording</source>
      <translation>enregistrement</translation>
    </message>
    <message>
      <source>{number} of {count}</source>
      <translation>{number} sur {count}</translation>
    </message>
  </context>
  <context>
    <name>RecordForm</name>
    <message>
      <source> takes of each digit</source>
      <translation> prises par chiffre</translation>
    </message>
    <message>
      <source>A first name or initials; it becomes part of the files' names, so it holds no underscore</source>
      <translation>Un prénom ou des initiales ; il fait partie du nom des fichiers, donc sans tiret bas</translation>
    </message>
    <message>
      <source>How often each digit is asked for. Three are enough to adapt the network; more tell more.</source>
      <translation>Combien de fois chaque chiffre est demandé. Trois suffisent pour adapter le réseau ; davantage en disent plus.</translation>
    </message>
    <message>
      <source>Language of the recordings</source>
      <translation>Langue des enregistrements</translation>
    </message>
    <message>
      <source>Name of the speaker</source>
      <translation>Nom du locuteur</translation>
    </message>
    <message>
      <source>Takes of each digit</source>
      <translation>Prises de chaque chiffre</translation>
    </message>
    <message>
      <source>The language in which the digits are said</source>
      <translation>La langue dans laquelle les chiffres sont dits</translation>
    </message>
  </context>
  <context>
    <name>RecordPage</name>
    <message>
      <source>Adapt to my voice</source>
      <translation>Adapter à ma voix</translation>
    </message>
    <message>
      <source>Let the network learn your voice</source>
      <translation>Faire apprendre votre voix au réseau</translation>
    </message>
    <message>
      <source>Listen to them, delete them</source>
      <translation>Les écouter, les supprimer</translation>
    </message>
    <message>
      <source>My recordings</source>
      <translation>Enregistrements</translation>
    </message>
    <message>
      <source>Recordings and what is done with them</source>
      <translation>Les enregistrements et ce que l’on en fait</translation>
    </message>
    <message>
      <source>me</source>
      <translation>moi</translation>
    </message>
  </context>
  <context>
    <name>RecordStage</name>
    <message>
      <source>Nothing to say</source>
      <translation>Rien à dire</translation>
    </message>
    <message>
      <source>Say {digit}</source>
      <translation>Dites {digit}</translation>
    </message>
    <message>
      <source>The digit to say. Space records, Enter keeps, R repeats, S skips, Esc stops.</source>
      <translation>Le chiffre à dire. Espace enregistre, Entrée garde, R refait, S passe, Échap arrête.</translation>
    </message>
  </context>
  <context>
    <name>RecordingsPanel</name>
    <message>
      <source>Bring back what was deleted last (Ctrl+Z)</source>
      <translation>Faire revenir ce qui a été supprimé en dernier (Ctrl+Z)</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Supprimer</translation>
    </message>
    <message>
      <source>Delete all</source>
      <translation>Tout supprimer</translation>
    </message>
    <message>
      <source>Delete all my recordings</source>
      <translation>Supprimer tous mes enregistrements</translation>
    </message>
    <message>
      <source>Delete all my recordings, of every speaker and in every language</source>
      <translation>Supprimer tous mes enregistrements, de tous les locuteurs et dans toutes les langues</translation>
    </message>
    <message>
      <source>Delete all your recordings, of every speaker and in every language? There are {count}.</source>
      <translation>Supprimer tous vos enregistrements, de tous les locuteurs et dans toutes les langues ? Il y en a {count}.</translation>
    </message>
    <message>
      <source>Delete all…</source>
      <translation>Tout supprimer…</translation>
    </message>
    <message>
      <source>Delete for good</source>
      <translation>Effacer définitivement</translation>
    </message>
    <message>
      <source>Empty the trash of the recordings now; this cannot be undone</source>
      <translation>Vider maintenant la corbeille des enregistrements ; cela ne peut pas être annulé</translation>
    </message>
    <message>
      <source>Enter plays a recording, Del deletes those that are chosen</source>
      <translation>Entrée écoute un enregistrement, Suppr supprime ceux qui sont choisis</translation>
    </message>
    <message>
      <source>Move the chosen recordings into the trash (Del)</source>
      <translation>Mettre les enregistrements choisis à la corbeille (Suppr)</translation>
    </message>
    <message>
      <source>No recording yet. Press Space: the lab asks for one digit after the other.</source>
      <translation>Pas encore d’enregistrement. Appuyez sur Espace : le labo demande un chiffre après l’autre.</translation>
    </message>
    <message>
      <source>Of this speaker: {count}</source>
      <translation>De ce locuteur : {count}</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>Écouter</translation>
    </message>
    <message>
      <source>Play the chosen recording (Enter)</source>
      <translation>Écouter l’enregistrement choisi (Entrée)</translation>
    </message>
    <message>
      <source>Recordings</source>
      <translation>Enregistrements</translation>
    </message>
    <message>
      <source>Recordings deleted: {count}</source>
      <translation>Enregistrements supprimés : {count}</translation>
    </message>
    <message>
      <source>They were never sent anywhere: they are on this computer only. They stay in the trash for a week, from which Undo brings them back; “Delete for good” removes them at once. A network adapted to your voice is a file of its own: “Back to the shipped network” deletes it.</source>
      <translation>Ils n’ont jamais été envoyés nulle part : ils ne sont que sur cet ordinateur. Ils restent une semaine à la corbeille, d’où Annuler les fait revenir ; « Effacer définitivement » les enlève tout de suite. Un réseau adapté à votre voix est un fichier à part : « Revenir au réseau fourni » le supprime.</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Your recordings stay on this computer. Nothing is sent anywhere, and nobody else hears them.</source>
      <translation>Vos enregistrements restent sur cet ordinateur. Rien n’est envoyé nulle part, et personne d’autre ne les entend.</translation>
    </message>
    <message>
      <source>of others or in the other language: {count}</source>
      <translation>d’autres ou dans l’autre langue : {count}</translation>
    </message>
  </context>
  <context>
    <name>RegionPicker</name>
    <message>
      <source>Draw a rectangle around what is to be looked at. Enter: the whole screen. Esc: give up.</source>
      <translation>Tracez un rectangle autour de ce qu’il faut regarder. Entrée : tout l’écran. Échap : abandonner.</translation>
    </message>
  </context>
  <context>
    <name>ReliabilityScatter</name>
    <message>
      <source>Each mark is a test pair. To the right the image is surer, upwards the sound; below the dotted line the image is the surer one. Click a mark, or walk with the arrow keys.</source>
      <translation>Chaque point est une paire de test. À droite l’image est plus sûre, en haut le son ; sous le pointillé, c’est l’image la plus sûre. Cliquez sur un point, ou parcourez-les avec les flèches.</translation>
    </message>
    <message>
      <source>How sure the image is of its answer</source>
      <translation>Confiance de l’image dans sa réponse</translation>
    </message>
    <message>
      <source>How sure the sound is of its answer</source>
      <translation>Confiance du son dans sa réponse</translation>
    </message>
    <message>
      <source>Test pairs by the confidence of image and sound</source>
      <translation>Paires de test selon la confiance de l’image et du son</translation>
    </message>
    <message>
      <source>both right</source>
      <translation>les deux</translation>
    </message>
    <message>
      <source>none</source>
      <translation>aucun</translation>
    </message>
    <message>
      <source>only the image</source>
      <translation>image seule</translation>
    </message>
    <message>
      <source>only the sound</source>
      <translation>son seul</translation>
    </message>
    <message>
      <source>{n} pairs; right: {told}</source>
      <translation>{n} paires ; ont raison : {told}</translation>
    </message>
  </context>
  <context>
    <name>ReplayCanvas</name>
    <message>
      <source>nothing drawn</source>
      <translation>rien de dessiné</translation>
    </message>
    <message>
      <source>read from a picture</source>
      <translation>lu dans une image</translation>
    </message>
  </context>
  <context>
    <name>ReportDialog</name>
    <message>
      <source>&amp;Folder</source>
      <translation>&amp;Dossier</translation>
    </message>
    <message>
      <source>&amp;Name</source>
      <translation>&amp;Nom</translation>
    </message>
    <message>
      <source>C&amp;onclusions</source>
      <translation>C&amp;onclusions</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Choisir…</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <source>Co&amp;mments</source>
      <translation>Co&amp;mmentaires</translation>
    </message>
    <message>
      <source>First train what is missing (minutes, with the built-in data)</source>
      <translation>D’abord entraîner ce qui manque (quelques minutes, avec les données intégrées)</translation>
    </message>
    <message>
      <source>Folder of the report</source>
      <translation>Dossier du compte rendu</translation>
    </message>
    <message>
      <source>Getting ready…</source>
      <translation>Préparation…</translation>
    </message>
    <message>
      <source>Lab report</source>
      <translation>Compte rendu</translation>
    </message>
    <message>
      <source>Language of the report</source>
      <translation>Langue du compte rendu</translation>
    </message>
    <message>
      <source>Missing in it: {parts}</source>
      <translation>Il y manque : {parts}</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Ouvrir</translation>
    </message>
    <message>
      <source>Progress of the report</source>
      <translation>Avancement du compte rendu</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Arrêter</translation>
    </message>
    <message>
      <source>Training {setup}: epoch {epoch}</source>
      <translation>Entraînement {setup} : époque {epoch}</translation>
    </message>
    <message>
      <source>What you conclude from the figures.</source>
      <translation>Ce que vous concluez des figures.</translation>
    </message>
    <message>
      <source>What you did, and what struck you. Markdown: **bold**, - lists.</source>
      <translation>Ce que vous avez fait, et ce qui vous a frappé. Markdown : **gras**, - listes.</translation>
    </message>
    <message>
      <source>Write the report</source>
      <translation>Écrire le compte rendu</translation>
    </message>
    <message>
      <source>Written as</source>
      <translation>Écrit en</translation>
    </message>
    <message>
      <source>Written: {names}</source>
      <translation>Écrit : {names}</translation>
    </message>
  </context>
  <context>
    <name>ReportFigures</name>
    <message>
      <source>Figure {number}: {name}</source>
      <translation>Figure {number} : {name}</translation>
    </message>
    <message>
      <source>batches</source>
      <translation>lots</translation>
    </message>
    <message>
      <source>test</source>
      <translation>test</translation>
    </message>
    <message>
      <source>train</source>
      <translation>apprentissage</translation>
    </message>
    <message>
      <source>train, re-measured without dropout</source>
      <translation>apprentissage, remesuré sans dropout</translation>
    </message>
    <message>
      <source>{name} · batches, smoothed (weight {weight:g})</source>
      <translation>{name} · lots, lissé (poids {weight:g})</translation>
    </message>
    <message>
      <source>{name}, seed {seed}</source>
      <translation>{name}, graine {seed}</translation>
    </message>
    <message>
      <source>{n} points lie outside of these axes or are no numbers.</source>
      <translation>{n} points sont hors de ces axes ou ne sont pas des nombres.</translation>
    </message>
  </context>
  <context>
    <name>RobustnessCurves</name>
    <message>
      <source>Accuracy (%)</source>
      <translation>Exactitude (%)</translation>
    </message>
    <message>
      <source>Accuracy over the damage of the image</source>
      <translation>Exactitude selon le dégât de l’image</translation>
    </message>
    <message>
      <source>Accuracy over the noise on the sound</source>
      <translation>Exactitude selon le bruit sur le son</translation>
    </message>
    <message>
      <source>Hidden part of the image (%)</source>
      <translation>Part cachée de l’image (%)</translation>
    </message>
    <message>
      <source>Noise on the image (%)</source>
      <translation>Bruit sur l’image (%)</translation>
    </message>
    <message>
      <source>Signal-to-noise ratio of the sound (dB)</source>
      <translation>Rapport signal sur bruit du son (dB)</translation>
    </message>
  </context>
  <context>
    <name>RobustnessMapView</name>
    <message>
      <source>Every number is measured, in per cent. A click or the arrow keys move both sliders there. A framed cell: there the best fusion makes more errors than the better single modality.</source>
      <translation>Chaque nombre est mesuré, en pour cent. Un clic ou les flèches y amènent les deux curseurs. Une case encadrée : la meilleure fusion y fait plus d’erreurs que la meilleure modalité seule.</translation>
    </message>
    <message>
      <source>Hidden part of the image</source>
      <translation>Part cachée de l’image</translation>
    </message>
    <message>
      <source>Map of accuracies</source>
      <translation>Carte des exactitudes</translation>
    </message>
    <message>
      <source>Noise on the image (share of the range)</source>
      <translation>Bruit sur l’image (part de l’étendue)</translation>
    </message>
    <message>
      <source>Signal-to-noise ratio of the sound (dB)</source>
      <translation>Rapport signal sur bruit du son (dB)</translation>
    </message>
    <message>
      <source>{strategy}, accuracy (%)</source>
      <translation>{strategy}, exactitude (%)</translation>
    </message>
    <message>
      <source>{strategy}: {accuracy:.0f} % at {severity:.0f} % of damage and {snr:.0f} dB</source>
      <translation>{strategy} : {accuracy:.0f} % à {severity:.0f} % de dégât et {snr:.0f} dB</translation>
    </message>
  </context>
  <context>
    <name>RunActions</name>
    <message>
      <source>Bring the deleted run back (Ctrl+Z)</source>
      <translation>Rétablir l'essai supprimé (Ctrl+Z)</translation>
    </message>
    <message>
      <source>Close this notice</source>
      <translation>Fermer cet avis</translation>
    </message>
    <message>
      <source>Close this notice; the run stays in the trash for a week</source>
      <translation>Fermer cet avis ; l'essai reste une semaine dans la corbeille</translation>
    </message>
    <message>
      <source>Compare the ticked runs…</source>
      <translation>Comparer les essais cochés…</translation>
    </message>
    <message>
      <source>Copy the command that repeats it</source>
      <translation>Copier la commande qui le refait</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Supprimer</translation>
    </message>
    <message>
      <source>Mistakes…</source>
      <translation>Erreurs…</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>Ouvrir le dossier</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Renommer</translation>
    </message>
    <message>
      <source>Run</source>
      <translation>Essai</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>What can be done with the chosen run: rename, delete and more</source>
      <translation>Ce qu'on peut faire de l'essai choisi : renommer, supprimer, etc.</translation>
    </message>
    <message>
      <source>What the chosen run gets wrong: confusion matrix and worst mistakes</source>
      <translation>Ce que l'essai choisi reconnaît mal : matrice de confusion et pires erreurs</translation>
    </message>
    <message>
      <source>“{name}” was deleted.</source>
      <translation>« {name} » a été supprimé.</translation>
    </message>
  </context>
  <context>
    <name>RunControls</name>
    <message>
      <source>Add to queue</source>
      <translation>Mettre en file</translation>
    </message>
    <message>
      <source>End the run after this batch and keep its whole epochs (Esc)</source>
      <translation>Finir l'essai après ce lot et garder ses époques entières (Échap)</translation>
    </message>
    <message>
      <source>Hold the run after this batch (space bar)</source>
      <translation>Suspendre l'essai après ce lot (barre d'espace)</translation>
    </message>
    <message>
      <source>Learn from one more batch, then wait (N)</source>
      <translation>Apprendre un lot de plus, puis attendre (N)</translation>
    </message>
    <message>
      <source>Learn to the end of the epoch, then wait (Shift+N)</source>
      <translation>Apprendre jusqu'à la fin de l'époque, puis attendre (Maj+N)</translation>
    </message>
    <message>
      <source>Let a run with these choices begin when those before it have ended</source>
      <translation>Faire commencer un essai avec ces choix quand les précédents sont finis</translation>
    </message>
    <message>
      <source>Let the run go on (space bar)</source>
      <translation>Laisser l'essai continuer (barre d'espace)</translation>
    </message>
    <message>
      <source>Next batch</source>
      <translation>Lot suivant</translation>
    </message>
    <message>
      <source>Next epoch</source>
      <translation>Époque suivante</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Pause</translation>
    </message>
    <message>
      <source>Queue every setup with these choices. They start with the same weights and see the same batches wherever the setup allows it, so only what is studied differs.</source>
      <translation>Met en file toutes les variantes avec ces choix. Elles partent des mêmes poids et voient les mêmes lots partout où la variante le permet : seul change ce qu’on étudie.</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>Reprendre</translation>
    </message>
    <message>
      <source>Run all {count}</source>
      <translation>Lancer les {count}</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Démarrer</translation>
    </message>
    <message>
      <source>Start a run with these choices (space bar)</source>
      <translation>Démarrer un essai avec ces choix (barre d'espace)</translation>
    </message>
    <message>
      <source>Start the first run of the queue (space bar)</source>
      <translation>Démarrer le premier essai de la file (barre d'espace)</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Arrêter</translation>
    </message>
  </context>
  <context>
    <name>RunFigures</name>
    <message>
      <source>Estimated from the speed measured so far</source>
      <translation>Estimé d'après la vitesse mesurée jusqu'ici</translation>
    </message>
    <message>
      <source>Learnt from in each second</source>
      <translation>Dont le réseau apprend à chaque seconde</translation>
    </message>
    <message>
      <source>Of the newest batch; guessing costs ln 10 = 2.303</source>
      <translation>Du dernier lot ; répondre au hasard coûte ln 10 = 2.303</translation>
    </message>
    <message>
      <source>Passes over all pictures</source>
      <translation>Passages sur toutes les images</translation>
    </message>
    <message>
      <source>Progress of the run</source>
      <translation>Avancement de l'essai</translation>
    </message>
    <message>
      <source>Steps of the present epoch</source>
      <translation>Pas de l'époque en cours</translation>
    </message>
    <message>
      <source>batch</source>
      <translation>lot</translation>
    </message>
    <message>
      <source>epoch</source>
      <translation>époque</translation>
    </message>
    <message>
      <source>examples/s</source>
      <translation>exemples/s</translation>
    </message>
    <message>
      <source>loss (nats)</source>
      <translation>perte (nats)</translation>
    </message>
    <message>
      <source>time left</source>
      <translation>temps restant</translation>
    </message>
    <message>
      <source>{h} h {m:02} min</source>
      <translation>{h} h {m:02} min</translation>
    </message>
    <message>
      <source>{m} min {s:02} s</source>
      <translation>{m} min {s:02} s</translation>
    </message>
    <message>
      <source>{s} s</source>
      <translation>{s} s</translation>
    </message>
  </context>
  <context>
    <name>RunForm</name>
    <message>
      <source>Data</source>
      <translation>Données</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>Époques</translation>
    </message>
    <message>
      <source>Experiment</source>
      <translation>Expérience</translation>
    </message>
    <message>
      <source>How far each step goes. It may be changed while the network learns.</source>
      <translation>Taux d'apprentissage : jusqu'où va chaque pas. Il peut être changé pendant que le réseau apprend.</translation>
    </message>
    <message>
      <source>How often the network sees every example</source>
      <translation>Combien de fois le réseau voit chaque exemple</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>Taux d'appr.</translation>
    </message>
    <message>
      <source>Network…</source>
      <translation>Réseau…</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Graine</translation>
    </message>
    <message>
      <source>Setup</source>
      <translation>Variante</translation>
    </message>
    <message>
      <source>Show the layers, their shapes and their parameters with these choices</source>
      <translation>Montrer les couches, leurs formes et leurs paramètres avec ces choix</translation>
    </message>
    <message>
      <source>Start of all random draws: the same seed gives the same run again</source>
      <translation>Départ de tous les tirages aléatoires : la même graine redonne le même essai</translation>
    </message>
    <message>
      <source>Study</source>
      <translation>Étude</translation>
    </message>
    <message>
      <source>What is studied; each experiment has its own data, network and parameters</source>
      <translation>Ce qui est étudié ; chaque expérience a ses données, son réseau et ses paramètres</translation>
    </message>
    <message>
      <source>Which variant of the study to run</source>
      <translation>Quelle variante de l’étude lancer</translation>
    </message>
  </context>
  <context>
    <name>RunList</name>
    <message>
      <source>Best epoch</source>
      <translation>Meilleure époque</translation>
    </message>
    <message>
      <source>Continue</source>
      <translation>Continuer</translation>
    </message>
    <message>
      <source>Continue the chosen run after its last whole epoch, to the epochs asked for above</source>
      <translation>Continuer l'essai choisi après sa dernière époque entière, jusqu'au nombre d'époques demandé ci-dessus</translation>
    </message>
    <message>
      <source>Data</source>
      <translation>Données</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>Époques</translation>
    </message>
    <message>
      <source>Loss of the last epoch while learning, in nats</source>
      <translation>Perte de la dernière époque pendant l'apprentissage, en nats</translation>
    </message>
    <message>
      <source>Rate</source>
      <translation>Taux</translation>
    </message>
    <message>
      <source>Right (%)</source>
      <translation>Exact. (%)</translation>
    </message>
    <message>
      <source>Run</source>
      <translation>Essai</translation>
    </message>
    <message>
      <source>Runs</source>
      <translation>Essais</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Graine</translation>
    </message>
    <message>
      <source>Setup</source>
      <translation>Variante</translation>
    </message>
    <message>
      <source>Share of the test examples that were named rightly, last epoch</source>
      <translation>Exactitude de test de la dernière époque : part des exemples bien reconnus</translation>
    </message>
    <message>
      <source>Show all columns, below the curves</source>
      <translation>Montrer toutes les colonnes, sous les courbes</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>Tableau</translation>
    </message>
    <message>
      <source>Test (nats)</source>
      <translation>Test (nats)</translation>
    </message>
    <message>
      <source>Test loss of the last epoch, in nats</source>
      <translation>Perte de test de la dernière époque, en nats</translation>
    </message>
    <message>
      <source>The epoch with the lowest test loss, and that loss in nats</source>
      <translation>L'époque où la perte de test est la plus basse, et cette perte en nats</translation>
    </message>
    <message>
      <source>The epoch with the lowest test loss, and that loss in nats per example</source>
      <translation>L'époque où la perte de test est la plus basse, et cette perte en nats par exemple</translation>
    </message>
    <message>
      <source>Tick a run to see its curves; F2 renames it. All runs are kept on disk.</source>
      <translation>Cochez un essai pour voir ses courbes ; F2 le renomme. Tous les essais sont gardés sur le disque.</translation>
    </message>
    <message>
      <source>Train (nats)</source>
      <translation>Appr. (nats)</translation>
    </message>
    <message>
      <source>damaged: it cannot be read</source>
      <translation>endommagé : il ne peut pas être lu</translation>
    </message>
    <message>
      <source>diverged</source>
      <translation>a divergé</translation>
    </message>
    <message>
      <source>ended early: the test loss fell no more</source>
      <translation>arrêt anticipé : la perte de test ne baissait plus</translation>
    </message>
    <message>
      <source>failed</source>
      <translation>échoué</translation>
    </message>
    <message>
      <source>finished</source>
      <translation>terminé</translation>
    </message>
    <message>
      <source>interrupted</source>
      <translation>interrompu</translation>
    </message>
    <message>
      <source>paused</source>
      <translation>en pause</translation>
    </message>
    <message>
      <source>running</source>
      <translation>en cours</translation>
    </message>
    <message>
      <source>stopped</source>
      <translation>arrêté</translation>
    </message>
    <message>
      <source>written by a later TP Lab</source>
      <translation>écrit par un TP Lab plus récent</translation>
    </message>
  </context>
  <context>
    <name>RunLooks</name>
    <message>
      <source>Colour and marker</source>
      <translation>Couleur et symbole</translation>
    </message>
    <message>
      <source>amber, star</source>
      <translation>ambre, étoile</translation>
    </message>
    <message>
      <source>blue, disc</source>
      <translation>bleu, disque</translation>
    </message>
    <message>
      <source>green, triangle</source>
      <translation>vert, triangle</translation>
    </message>
    <message>
      <source>purple, diamond</source>
      <translation>violet, losange</translation>
    </message>
    <message>
      <source>sky blue, cross</source>
      <translation>bleu ciel, croix</translation>
    </message>
    <message>
      <source>vermilion, square</source>
      <translation>vermillon, carré</translation>
    </message>
  </context>
  <context>
    <name>SamplePicture</name>
    <message>
      <source>Basketball on concrete</source>
      <translation>Ballon de basket</translation>
    </message>
    <message>
      <source>Empty room</source>
      <translation>Pièce vide</translation>
    </message>
    <message>
      <source>Grass alone</source>
      <translation>Herbe seule</translation>
    </message>
    <message>
      <source>Lemon on table</source>
      <translation>Citron sur une table</translation>
    </message>
    <message>
      <source>Orange on table</source>
      <translation>Orange sur une table</translation>
    </message>
    <message>
      <source>Tennis before shelves</source>
      <translation>Balle devant des étagères</translation>
    </message>
    <message>
      <source>Tennis dim</source>
      <translation>Balle en lumière faible</translation>
    </message>
    <message>
      <source>Tennis far on grass</source>
      <translation>Balle au loin sur l'herbe</translation>
    </message>
    <message>
      <source>Tennis in grass</source>
      <translation>Balle dans l'herbe</translation>
    </message>
    <message>
      <source>Tennis on clay</source>
      <translation>Balle sur terre battue</translation>
    </message>
    <message>
      <source>Tennis several</source>
      <translation>Plusieurs balles</translation>
    </message>
    <message>
      <source>Zebra in savanna</source>
      <translation>Zèbre dans la savane</translation>
    </message>
  </context>
  <context>
    <name>SampleStrip</name>
    <message>
      <source>Sample pictures</source>
      <translation>Images d'exemple</translation>
    </message>
  </context>
  <context>
    <name>ScoreBars</name>
    <message>
      <source>not sure</source>
      <translation>pas sûr</translation>
    </message>
    <message>
      <source>second guess {label}, {share}</source>
      <translation>deuxième choix {label}, {share}</translation>
    </message>
    <message>
      <source>sure</source>
      <translation>sûr</translation>
    </message>
    <message>
      <source>then {label}: {share}</source>
      <translation>puis {label} : {share}</translation>
    </message>
  </context>
  <context>
    <name>ScoreCard</name>
    <message>
      <source>The score from which on this network's answer counts as “found”; it was chosen when it was trained.</source>
      <translation>Le score à partir duquel la réponse de ce réseau compte comme « trouvé » ; il a été choisi lors de son apprentissage.</translation>
    </message>
    <message>
      <source>This network has no threshold for this class.</source>
      <translation>Ce réseau n'a pas de seuil pour cette classe.</translation>
    </message>
    <message>
      <source>Without {name}</source>
      <translation>Sans {name}</translation>
    </message>
    <message>
      <source>✔ found (threshold {threshold})</source>
      <translation>✔ trouvé (seuil {threshold})</translation>
    </message>
    <message>
      <source>✘ not found (threshold {threshold})</source>
      <translation>✘ pas trouvé (seuil {threshold})</translation>
    </message>
  </context>
  <context>
    <name>SearchForm</name>
    <message>
      <source>Choose the file of the study</source>
      <translation>Choisir le fichier de l'étude</translation>
    </message>
    <message>
      <source>Choose the file of the study; one that is there already is joined</source>
      <translation>Choisir le fichier de l'étude ; celui qui existe déjà est rejoint</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>Époques</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Fichier</translation>
    </message>
    <message>
      <source>File of the study</source>
      <translation>Fichier de l'étude</translation>
    </message>
    <message>
      <source>Held back</source>
      <translation>Mis à part</translation>
    </message>
    <message>
      <source>How far each step goes</source>
      <translation>La longueur de chaque pas</translation>
    </message>
    <message>
      <source>How many runs the whole study has, whoever carries them out</source>
      <translation>Combien d'essais compte l'étude entière, quel que soit l'ordinateur qui les mène</translation>
    </message>
    <message>
      <source>Judged by</source>
      <translation>Critère</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>Taux d'appr.</translation>
    </message>
    <message>
      <source>Name of the study</source>
      <translation>Nom de l'étude</translation>
    </message>
    <message>
      <source>Of each trial; one that is worse than the others ends earlier</source>
      <translation>De chaque essai ; celui qui est moins bon que les autres s'arrête plus tôt</translation>
    </message>
    <message>
      <source>Searched</source>
      <translation>Cherché</translation>
    </message>
    <message>
      <source>Studies (*.log)</source>
      <translation>Études (*.log)</translation>
    </message>
    <message>
      <source>Study</source>
      <translation>Étude</translation>
    </message>
    <message>
      <source>The highest value that is tried</source>
      <translation>La plus grande valeur essayée</translation>
    </message>
    <message>
      <source>The lowest value that is tried</source>
      <translation>La plus petite valeur essayée</translation>
    </message>
    <message>
      <source>The runs of the study are named after it; who joins it uses the same name</source>
      <translation>Les essais de l'étude portent son nom ; qui la rejoint emploie le même</translation>
    </message>
    <message>
      <source>The share of the train set on which trials are judged, so that the test set stays unseen</source>
      <translation>La part des données d'apprentissage sur laquelle les essais sont jugés, pour que les données de test restent inconnues</translation>
    </message>
    <message>
      <source>Trials</source>
      <translation>Essais</translation>
    </message>
    <message>
      <source>What makes a trial good: that of its best epoch</source>
      <translation>Ce qui fait un bon essai : la valeur de sa meilleure époque</translation>
    </message>
    <message>
      <source>Where the study is kept. On a folder that other computers share, they can join it. A database: its URL</source>
      <translation>Où l'étude est conservée. Dans un dossier partagé, d'autres ordinateurs peuvent la rejoindre. Pour une base de données : son URL</translation>
    </message>
    <message>
      <source>from</source>
      <translation>de</translation>
    </message>
    <message>
      <source>highest</source>
      <translation>au plus</translation>
    </message>
    <message>
      <source>highest accuracy</source>
      <translation>exactitude la plus haute</translation>
    </message>
    <message>
      <source>lowest</source>
      <translation>au moins</translation>
    </message>
    <message>
      <source>lowest loss</source>
      <translation>perte la plus basse</translation>
    </message>
    <message>
      <source>nothing: judged on the test set</source>
      <translation>rien : jugé sur les données de test</translation>
    </message>
    <message>
      <source>to</source>
      <translation>à</translation>
    </message>
  </context>
  <context>
    <name>SensitivityExport</name>
    <message>
      <source>Export</source>
      <translation>Exporter</translation>
    </message>
    <message>
      <source>Figure as a drawing (SVG)…</source>
      <translation>Figure en dessin (SVG)…</translation>
    </message>
    <message>
      <source>Figure as a page (PDF)…</source>
      <translation>Figure en page (PDF)…</translation>
    </message>
    <message>
      <source>Figure as a picture (PNG)…</source>
      <translation>Figure en image (PNG)…</translation>
    </message>
    <message>
      <source>Save the table, the figure or the video of what is shown (Ctrl+E).</source>
      <translation>Enregistrer le tableau, la figure ou la vidéo de ce qui est montré (Ctrl+E).</translation>
    </message>
    <message>
      <source>Table (CSV)…</source>
      <translation>Tableau (CSV)…</translation>
    </message>
    <message>
      <source>Video of the series (MP4, AVI)…</source>
      <translation>Vidéo de la série (MP4, AVI)…</translation>
    </message>
  </context>
  <context>
    <name>SensitivityPage</name>
    <message>
      <source>All transforms at the same distance from the picture.</source>
      <translation>Toutes les transformations à la même distance de l'image.</translation>
    </message>
    <message>
      <source>Map of two</source>
      <translation>Carte à deux</translation>
    </message>
    <message>
      <source>One object, several, none: table 4.</source>
      <translation>Un objet, plusieurs, aucun : tableau 4.</translation>
    </message>
    <message>
      <source>One transform in growing strength: tables 5 and 6.</source>
      <translation>Une transformation de plus en plus forte : tableaux 5 et 6.</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Progression</translation>
    </message>
    <message>
      <source>Ranking</source>
      <translation>Classement</translation>
    </message>
    <message>
      <source>Series</source>
      <translation>Série</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Arrêter</translation>
    </message>
    <message>
      <source>Stop; what was done stays (Esc).</source>
      <translation>Arrêter ; ce qui est fait reste (Échap).</translation>
    </message>
    <message>
      <source>Three pictures</source>
      <translation>Trois images</translation>
    </message>
    <message>
      <source>Two transforms at once.</source>
      <translation>Deux transformations à la fois.</translation>
    </message>
    <message>
      <source>Views of the sensitivity</source>
      <translation>Vues de la sensibilité</translation>
    </message>
  </context>
  <context>
    <name>SensitivitySheets</name>
    <message>
      <source>* does not reach the distance.</source>
      <translation>* n'atteint pas la distance.</translation>
    </message>
    <message>
      <source>80 %: critical threshold</source>
      <translation>80 % : seuil critique</translation>
    </message>
    <message>
      <source>Loss of score (points) at a distance of {distance} % ({measure})</source>
      <translation>Perte de score (points) à une distance de {distance} % ({measure})</translation>
    </message>
    <message>
      <source>One object, several, none (table 4)</source>
      <translation>Un objet, plusieurs, aucun (tableau 4)</translation>
    </message>
    <message>
      <source>Score (%) of {target}</source>
      <translation>Score (%) de {target}</translation>
    </message>
    <message>
      <source>picture of the series</source>
      <translation>image de la série</translation>
    </message>
    <message>
      <source>report, table {table}</source>
      <translation>rapport, tableau {table}</translation>
    </message>
    <message>
      <source>score</source>
      <translation>score</translation>
    </message>
    <message>
      <source>score (%)</source>
      <translation>score (%)</translation>
    </message>
  </context>
  <context>
    <name>SessionBar</name>
    <message>
      <source>Export…</source>
      <translation>Exporter…</translation>
    </message>
    <message>
      <source>Go on with a session from another folder</source>
      <translation>Continuer une séance d’un autre dossier</translation>
    </message>
    <message>
      <source>New session</source>
      <translation>Nouvelle séance</translation>
    </message>
    <message>
      <source>Open folder…</source>
      <translation>Ouvrir un dossier…</translation>
    </message>
    <message>
      <source>Save a copy…</source>
      <translation>Enregistrer une copie…</translation>
    </message>
    <message>
      <source>Session</source>
      <translation>Séance</translation>
    </message>
    <message>
      <source>The session that is shown and goes on; an earlier one can be opened again</source>
      <translation>La séance qui est montrée et qui continue ; une plus ancienne peut être rouverte</translation>
    </message>
    <message>
      <source>This session: {count}</source>
      <translation>Cette séance : {count}</translation>
    </message>
    <message>
      <source>Write a data set: pictures (PNG), strokes (JSON), sounds (WAV) and their table (CSV) (Ctrl+E)</source>
      <translation>Écrire un jeu de données : images (PNG), traits (JSON), sons (WAV) et leur table (CSV) (Ctrl+E)</translation>
    </message>
    <message>
      <source>Write the whole session into another folder, to take it along</source>
      <translation>Écrire toute la séance dans un autre dossier, pour l’emporter</translation>
    </message>
    <message>
      <source>not readable: {count}</source>
      <translation>illisibles : {count}</translation>
    </message>
  </context>
  <context>
    <name>ShareBars</name>
    <message>
      <source>Share of the part (%)</source>
      <translation>Part (%)</translation>
    </message>
    <message>
      <source>Shares of both parts</source>
      <translation>Parts des deux côtés</translation>
    </message>
  </context>
  <context>
    <name>SketchLayer</name>
    <message>
      <source>Draw the curve that you expect</source>
      <translation>Dessinez la courbe que vous attendez</translation>
    </message>
    <message>
      <source>Draw with the mouse, or with the keys: left and right choose the epoch, up and down the loss; Delete removes a point, Ctrl+Z takes back, Enter ends</source>
      <translation>Dessinez à la souris ou au clavier : gauche et droite choisissent l'époque, haut et bas la perte ; Suppr retire un point, Ctrl+Z annule, Entrée termine</translation>
    </message>
  </context>
  <context>
    <name>SmoothingBox</name>
    <message>
      <source>Draws a moving average over about so many batches (exponential and debiased, as TensorBoard's); what was measured stays visible, paler, behind it</source>
      <translation>Trace une moyenne glissante sur environ autant de lots (exponentielle et débiaisée, comme celle de TensorBoard) ; ce qui a été mesuré reste visible derrière, plus pâle</translation>
    </message>
    <message>
      <source>mean of {n} batches, weight {weight}</source>
      <translation>moyenne sur {n} lots, poids {weight}</translation>
    </message>
    <message>
      <source>off</source>
      <translation>sans</translation>
    </message>
    <message>
      <source>smoothing</source>
      <translation>lissage</translation>
    </message>
  </context>
  <context>
    <name>SoundBench</name>
    <message>
      <source>Bands</source>
      <translation>Bandes</translation>
    </message>
    <message>
      <source>Bands that hear nothing, and the Hz axis</source>
      <translation>Bandes qui n’entendent rien, et l’axe des Hz</translation>
    </message>
    <message>
      <source>How the spectrogram is computed and coloured</source>
      <translation>Comment le spectrogramme est calculé et coloré</translation>
    </message>
    <message>
      <source>Sample rate, shapes, duration</source>
      <translation>Fréquence d’échantillonnage, formes, durée</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Réglages</translation>
    </message>
    <message>
      <source>Table 1</source>
      <translation>Tableau 1</translation>
    </message>
    <message>
      <source>Warning about this spectrogram</source>
      <translation>Avertissement sur ce spectrogramme</translation>
    </message>
    <message>
      <source>{warning}. Click to learn more.</source>
      <translation>{warning}. Cliquez pour en savoir plus.</translation>
    </message>
  </context>
  <context>
    <name>SoundChoice</name>
    <message>
      <source>A microphone, the simulated microphone (voices of the lab), or a sound file (drop one here).</source>
      <translation>Un micro, le micro simulé (les voix du labo), ou un fichier son (déposez-en un ici).</translation>
    </message>
    <message>
      <source>Microphone of the system</source>
      <translation>Micro du système</translation>
    </message>
    <message>
      <source>Open a sound file</source>
      <translation>Ouvrir un fichier son</translation>
    </message>
    <message>
      <source>Simulated microphone</source>
      <translation>Micro simulé</translation>
    </message>
    <message>
      <source>Sound file…</source>
      <translation>Fichier son…</translation>
    </message>
    <message>
      <source>Sounds</source>
      <translation>Sons</translation>
    </message>
    <message>
      <source>What the lab listens to</source>
      <translation>Ce que le labo écoute</translation>
    </message>
    <message>
      <source>{name} (not connected)</source>
      <translation>{name} (non connecté)</translation>
    </message>
  </context>
  <context>
    <name>SoundPanel</name>
    <message>
      <source>Blocks of sound that were lost because the computer was busy; close other programs</source>
      <translation>Blocs de son perdus parce que l'ordinateur était occupé ; fermez d'autres programmes</translation>
    </message>
    <message>
      <source>Close the microphone until pressed again (M)</source>
      <translation>Fermer le micro jusqu'au prochain clic (M)</translation>
    </message>
    <message>
      <source>Language of the spoken digits</source>
      <translation>Langue des chiffres prononcés</translation>
    </message>
    <message>
      <source>Level in decibels</source>
      <translation>Niveau en décibels</translation>
    </message>
    <message>
      <source>Look for the microphone again</source>
      <translation>Chercher de nouveau le micro</translation>
    </message>
    <message>
      <source>Mute</source>
      <translation>Couper</translation>
    </message>
    <message>
      <source>Muted</source>
      <translation>Coupé</translation>
    </message>
    <message>
      <source>Muted: the microphone is closed</source>
      <translation>Coupé : le micro est fermé</translation>
    </message>
    <message>
      <source>Nothing is being heard</source>
      <translation>Aucun son n'arrive</translation>
    </message>
    <message>
      <source>Play the file again</source>
      <translation>Réécouter le fichier</translation>
    </message>
    <message>
      <source>Retry</source>
      <translation>Réessayer</translation>
    </message>
    <message>
      <source>Say {digit} (Alt+{digit})</source>
      <translation>Dire {digit} (Alt+{digit})</translation>
    </message>
    <message>
      <source>State of the microphone</source>
      <translation>État du micro</translation>
    </message>
    <message>
      <source>The language in which you say the digits. The network for French has learned from synthetic voices only.</source>
      <translation>La langue dans laquelle vous dites les chiffres. Le réseau pour le français n’a appris que de voix synthétiques.</translation>
    </message>
    <message>
      <source>The network learned your voice on the page Record of the Data tab; it is switched off there.</source>
      <translation>Le réseau a appris votre voix à la page Enregistrer de l’onglet Données ; on l’y désactive.</translation>
    </message>
    <message>
      <source>The networks are being loaded; you can already draw</source>
      <translation>Chargement des réseaux ; vous pouvez déjà dessiner</translation>
    </message>
    <message>
      <source>The simulated voice says</source>
      <translation>La voix simulée dit</translation>
    </message>
    <message>
      <source>adapted to your voice</source>
      <translation>adapté à votre voix</translation>
    </message>
    <message>
      <source>getting ready</source>
      <translation>préparation</translation>
    </message>
    <message>
      <source>listening</source>
      <translation>écoute</translation>
    </message>
    <message>
      <source>muted</source>
      <translation>coupé</translation>
    </message>
    <message>
      <source>no sound</source>
      <translation>pas de son</translation>
    </message>
    <message>
      <source>paused</source>
      <translation>en pause</translation>
    </message>
    <message>
      <source>the file is over</source>
      <translation>fin du fichier</translation>
    </message>
    <message>
      <source>{count} blocks lost</source>
      <translation>{count} blocs perdus</translation>
    </message>
  </context>
  <context>
    <name>SoundSetBar</name>
    <message>
      <source>Set of sounds</source>
      <translation>Jeu de sons</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Arrêter</translation>
    </message>
    <message>
      <source>Stop; what is finished is kept</source>
      <translation>Arrêter ; ce qui est fini est gardé</translation>
    </message>
  </context>
  <context>
    <name>SourceChoice</name>
    <message>
      <source>Address of the video stream (http:// or rtsp://)</source>
      <translation>Adresse du flux vidéo (http:// ou rtsp://)</translation>
    </message>
    <message>
      <source>All files</source>
      <translation>Tous les fichiers</translation>
    </message>
    <message>
      <source>Camera (not found)</source>
      <translation>Caméra (introuvable)</translation>
    </message>
    <message>
      <source>Folder of pictures…</source>
      <translation>Dossier d’images…</translation>
    </message>
    <message>
      <source>Open a folder of pictures</source>
      <translation>Ouvrir un dossier d’images</translation>
    </message>
    <message>
      <source>Open a picture</source>
      <translation>Ouvrir une image</translation>
    </message>
    <message>
      <source>Open a stream</source>
      <translation>Ouvrir un flux</translation>
    </message>
    <message>
      <source>Open a video</source>
      <translation>Ouvrir une vidéo</translation>
    </message>
    <message>
      <source>Part of the screen</source>
      <translation>Partie de l’écran</translation>
    </message>
    <message>
      <source>Part of the screen…</source>
      <translation>Partie de l’écran…</translation>
    </message>
    <message>
      <source>Pasted picture</source>
      <translation>Image collée</translation>
    </message>
    <message>
      <source>Pictures</source>
      <translation>Images</translation>
    </message>
    <message>
      <source>Picture…</source>
      <translation>Image…</translation>
    </message>
    <message>
      <source>Simulated ball</source>
      <translation>Balle simulée</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Source</translation>
    </message>
    <message>
      <source>Stream address…</source>
      <translation>Adresse d'un flux…</translation>
    </message>
    <message>
      <source>Video file…</source>
      <translation>Fichier vidéo…</translation>
    </message>
    <message>
      <source>Videos</source>
      <translation>Vidéos</translation>
    </message>
    <message>
      <source>What the network looks at. Pictures and videos can also be dropped or pasted.</source>
      <translation>Ce que le réseau regarde. On peut aussi déposer ou coller des images et des vidéos.</translation>
    </message>
  </context>
  <context>
    <name>SpectrogramView</name>
    <message>
      <source>Mel spectrogram of the last six seconds</source>
      <translation>Spectrogramme mel des six dernières secondes</translation>
    </message>
    <message>
      <source>frequency</source>
      <translation>fréquence</translation>
    </message>
    <message>
      <source>level</source>
      <translation>niveau</translation>
    </message>
    <message>
      <source>time before now</source>
      <translation>temps avant maintenant</translation>
    </message>
  </context>
  <context>
    <name>SpeedLabel</name>
    <message>
      <source>Pictures per second, and the time from capture to the drawn heatmap.</source>
      <translation>Images par seconde, et temps entre la capture et la carte de chaleur affichée.</translation>
    </message>
    <message>
      <source>Speed</source>
      <translation>Vitesse</translation>
    </message>
    <message>
      <source>still · {ms} ms</source>
      <translation>image fixe · {ms} ms</translation>
    </message>
    <message>
      <source>{rate} fps · {ms} ms</source>
      <translation>{rate} img/s · {ms} ms</translation>
    </message>
  </context>
  <context>
    <name>SplitTable</name>
    <message>
      <source>Clips of each part</source>
      <translation>Enregistrements de chaque partie</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Test</translation>
    </message>
    <message>
      <source>Train</source>
      <translation>Entraînement</translation>
    </message>
    <message>
      <source>Train is table 3 of the report, test table 2. The report cuts its shares off; here they are rounded.</source>
      <translation>L’entraînement est le tableau 3 du rapport, le test son tableau 2. Le rapport tronque les proportions ; ici elles sont arrondies.</translation>
    </message>
    <message>
      <source>all</source>
      <translation>tous</translation>
    </message>
    <message>
      <source>share</source>
      <translation>part</translation>
    </message>
  </context>
  <context>
    <name>SplitView</name>
    <message>
      <source>Digit</source>
      <translation>Chiffre</translation>
    </message>
    <message>
      <source>Digits</source>
      <translation>Chiffres</translation>
    </message>
    <message>
      <source>How it is decided which clips are learnt from and which are held back</source>
      <translation>Comment on décide quels enregistrements servent à apprendre et lesquels sont mis de côté</translation>
    </message>
    <message>
      <source>Kind of split</source>
      <translation>Sorte de répartition</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>Exclu</translation>
    </message>
    <message>
      <source>Open CSV…</source>
      <translation>Ouvrir CSV…</translation>
    </message>
    <message>
      <source>Read train.csv and test.csv back, and check them against the set</source>
      <translation>Relire train.csv et test.csv, et les vérifier avec le jeu</translation>
    </message>
    <message>
      <source>Save CSV…</source>
      <translation>Enregistrer CSV…</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Graine</translation>
    </message>
    <message>
      <source>Seed of the draw</source>
      <translation>Graine du tirage</translation>
    </message>
    <message>
      <source>Speaker</source>
      <translation>Locuteur</translation>
    </message>
    <message>
      <source>Speaker left out</source>
      <translation>Locuteur exclu</translation>
    </message>
    <message>
      <source>Speakers</source>
      <translation>Locuteurs</translation>
    </message>
    <message>
      <source>Split</source>
      <translation>Répartition</translation>
    </message>
    <message>
      <source>Tables 2 and 3 of the report</source>
      <translation>Tableaux 2 et 3 du rapport</translation>
    </message>
    <message>
      <source>The same seed always draws the same split</source>
      <translation>La même graine tire toujours la même répartition</translation>
    </message>
    <message>
      <source>There is nothing to compare: a part is empty, or there is one digit only.</source>
      <translation>Il n’y a rien à comparer : une partie est vide, ou il n’y a qu’un chiffre.</translation>
    </message>
    <message>
      <source>Who is in which part</source>
      <translation>Qui est dans quelle partie</translation>
    </message>
    <message>
      <source>Write train.csv and test.csv into a folder</source>
      <translation>Écrire train.csv et test.csv dans un dossier</translation>
    </message>
    <message>
      <source>by speaker, a quarter of them</source>
      <translation>par locuteur, un quart d’entre eux</translation>
    </message>
    <message>
      <source>from {name}</source>
      <translation>de {name}</translation>
    </message>
    <message>
      <source>leave one speaker out</source>
      <translation>un locuteur exclu</translation>
    </message>
    <message>
      <source>random, 75 % / 25 % (report)</source>
      <translation>aléatoire, 75 % / 25 % (rapport)</translation>
    </message>
    <message>
      <source>random, 80 % / 20 %</source>
      <translation>aléatoire, 80 % / 20 %</translation>
    </message>
    <message>
      <source>recordings 0 to 4 (official FSDD)</source>
      <translation>numéros 0 à 4 (officielle FSDD)</translation>
    </message>
    <message>
      <source>stratified, a quarter of each digit</source>
      <translation>stratifiée, un quart de chaque chiffre</translation>
    </message>
    <message>
      <source>test</source>
      <translation>test</translation>
    </message>
    <message>
      <source>train</source>
      <translation>entraînement</translation>
    </message>
    <message>
      <source>{train} clips to learn from, {test} to test ({share:.1f} %)</source>
      <translation>{train} enregistrements pour apprendre, {test} pour tester ({share:.1f} %)</translation>
    </message>
  </context>
  <context>
    <name>SplitsPage</name>
    <message>
      <source>A folder for train.csv and test.csv</source>
      <translation>Un dossier pour train.csv et test.csv</translation>
    </message>
    <message>
      <source>One split</source>
      <translation>Une répartition</translation>
    </message>
    <message>
      <source>Open train.csv or test.csv</source>
      <translation>Ouvrir train.csv ou test.csv</translation>
    </message>
    <message>
      <source>Reading the clips…</source>
      <translation>Lecture des enregistrements…</translation>
    </message>
    <message>
      <source>The same network, trained under each split</source>
      <translation>Le même réseau, entraîné avec chaque répartition</translation>
    </message>
    <message>
      <source>The set of sounds that is split</source>
      <translation>Le jeu de sons à répartir</translation>
    </message>
    <message>
      <source>What it holds, whether it is balanced, whose voices it shares</source>
      <translation>Ce qu’elle contient, si elle est équilibrée, quelles voix elle partage</translation>
    </message>
    <message>
      <source>Which split is honest?</source>
      <translation>Laquelle est honnête ?</translation>
    </message>
  </context>
  <context>
    <name>StatisticsPage</name>
    <message>
      <source>Clipped (samples)</source>
      <translation>Saturation (éch.)</translation>
    </message>
    <message>
      <source>Clips far from the others, clipped or unreadable</source>
      <translation>Enregistrements loin des autres, saturés ou illisibles</translation>
    </message>
    <message>
      <source>Digit</source>
      <translation>Chiffre</translation>
    </message>
    <message>
      <source>Each group in numbers</source>
      <translation>Chaque groupe en nombres</translation>
    </message>
    <message>
      <source>Export CSV…</source>
      <translation>Exporter CSV…</translation>
    </message>
    <message>
      <source>Export the statistics</source>
      <translation>Exporter les statistiques</translation>
    </message>
    <message>
      <source>Groups</source>
      <translation>Groupes</translation>
    </message>
    <message>
      <source>How long the clip is</source>
      <translation>Combien de temps dure l’enregistrement</translation>
    </message>
    <message>
      <source>Length (s)</source>
      <translation>Durée (s)</translation>
    </message>
    <message>
      <source>Measure</source>
      <translation>Mesure</translation>
    </message>
    <message>
      <source>Measuring the clips…</source>
      <translation>Mesure des enregistrements…</translation>
    </message>
    <message>
      <source>Nothing was measured. Choose a set to measure it.</source>
      <translation>Rien n’a été mesuré. Choisissez un jeu pour le mesurer.</translation>
    </message>
    <message>
      <source>Peak level (dBFS)</source>
      <translation>Niveau crête (dBFS)</translation>
    </message>
    <message>
      <source>RMS level (dBFS)</source>
      <translation>Niveau efficace (dBFS)</translation>
    </message>
    <message>
      <source>Samples at full scale, three and more in a row: there the wave was cut off</source>
      <translation>Échantillons à pleine échelle, trois de suite ou plus : l’onde y a été coupée</translation>
    </message>
    <message>
      <source>Share of the 10 ms frames that are 40 dB below the loudest frame of the clip</source>
      <translation>Part des trames de 10 ms qui sont 40 dB sous la plus forte de l’enregistrement</translation>
    </message>
    <message>
      <source>Silence (share)</source>
      <translation>Silence (part)</translation>
    </message>
    <message>
      <source>Speaker</source>
      <translation>Locuteur</translation>
    </message>
    <message>
      <source>Stands out</source>
      <translation>À part</translation>
    </message>
    <message>
      <source>Summary</source>
      <translation>Résumé</translation>
    </message>
    <message>
      <source>The loudest sample; 0 dBFS is full scale</source>
      <translation>L’échantillon le plus fort ; 0 dBFS est la pleine échelle</translation>
    </message>
    <message>
      <source>The root mean square of all samples: how loud it sounds</source>
      <translation>La moyenne quadratique de tous les échantillons : la force du son</translation>
    </message>
    <message>
      <source>The set of sounds that is measured</source>
      <translation>Le jeu de sons mesuré</translation>
    </message>
    <message>
      <source>Write every clip, and the summary of each group, as two CSV files</source>
      <translation>Écrire chaque enregistrement et le résumé de chaque groupe dans deux fichiers CSV</translation>
    </message>
    <message>
      <source>by digit</source>
      <translation>par chiffre</translation>
    </message>
    <message>
      <source>by speaker</source>
      <translation>par locuteur</translation>
    </message>
    <message>
      <source>{count} at {rate} Hz</source>
      <translation>{count} à {rate} Hz</translation>
    </message>
    <message>
      <source>{count} clips: {rates}.</source>
      <translation>{count} enregistrements : {rates}.</translation>
    </message>
    <message>
      <source>{count} sounds are not named digit_speaker_index and are left out: {first}</source>
      <translation>{count} sons ne s’appellent pas chiffre_locuteur_numéro et sont laissés de côté : {first}</translation>
    </message>
  </context>
  <context>
    <name>StatisticsPlots</name>
    <message>
      <source>Box plots by group</source>
      <translation>Boîtes à moustaches par groupe</translation>
    </message>
    <message>
      <source>Clips</source>
      <translation>Enregistrements</translation>
    </message>
    <message>
      <source>Histogram of all clips</source>
      <translation>Histogramme de tous les enregistrements</translation>
    </message>
    <message>
      <source>Medians: {medians}</source>
      <translation>Médianes : {medians}</translation>
    </message>
    <message>
      <source>The box holds the middle half of the clips, the line is the median, the mark the mean. Whiskers reach the last clips within 1.5 times the height of the box; dots are the extremes beyond.</source>
      <translation>La boîte contient la moitié centrale des enregistrements, le trait est la médiane, la marque la moyenne. Les moustaches vont jusqu’aux derniers à moins de 1,5 fois la hauteur de la boîte ; les points sont les extrêmes au-delà.</translation>
    </message>
  </context>
  <context>
    <name>StrategyShare</name>
    <message>
      <source>Attention on image and sound</source>
      <translation>Attention sur l’image et le son</translation>
    </message>
  </context>
  <context>
    <name>StudyDoor</name>
    <message>
      <source>Let the lab search good values: a study of many runs, here and on other computers</source>
      <translation>Laisser le labo chercher de bonnes valeurs : une étude de nombreux essais, ici et sur d'autres ordinateurs</translation>
    </message>
    <message>
      <source>Search good values</source>
      <translation>Chercher de bonnes valeurs</translation>
    </message>
  </context>
  <context>
    <name>StudyPage</name>
    <message>
      <source>Go to the comparison</source>
      <translation>Aller à la comparaison</translation>
    </message>
    <message>
      <source>Measure</source>
      <translation>Mesurer</translation>
    </message>
    <message>
      <source>Progress of the comparison</source>
      <translation>Avancement de la comparaison</translation>
    </message>
    <message>
      <source>Progress of the measurement</source>
      <translation>Avancement de la mesure</translation>
    </message>
    <message>
      <source>Reading pictures and sounds…</source>
      <translation>Lecture des images et des sons…</translation>
    </message>
    <message>
      <source>Reading the kept networks…</source>
      <translation>Lecture des réseaux gardés…</translation>
    </message>
    <message>
      <source>Stopped: nothing was measured.</source>
      <translation>Arrêté : rien n’a été mesuré.</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Réessayer</translation>
    </message>
    <message>
      <source>Views of the study</source>
      <translation>Vues de l’étude</translation>
    </message>
  </context>
  <context>
    <name>StudyView</name>
    <message>
      <source>Best: trial {number} ({value}) with {values}.</source>
      <translation>Le meilleur : essai {number} ({value}), avec {values}.</translation>
    </message>
    <message>
      <source>On the test set: loss {loss}, accuracy {accuracy} %.</source>
      <translation>Sur les données de test : perte {loss}, exactitude {accuracy} %.</translation>
    </message>
    <message>
      <source>Put the values of the chosen trial, else of the best one, into the form</source>
      <translation>Mettre dans le formulaire les valeurs de l'essai choisi, sinon du meilleur</translation>
    </message>
    <message>
      <source>This study has now looked at the test set {n} times: the more often, the less it proves.</source>
      <translation>Cette étude a maintenant regardé {n} fois les données de test : plus on les regarde, moins elles prouvent.</translation>
    </message>
    <message>
      <source>Use these values</source>
      <translation>Reprendre ces valeurs</translation>
    </message>
    <message>
      <source>{done} of {total} trials done, {running} under way</source>
      <translation>{done} essais sur {total} faits, {running} en cours</translation>
    </message>
  </context>
  <context>
    <name>SubjectBar</name>
    <message>
      <source>All samples with a ball: mean and spread</source>
      <translation>Tous les exemples avec balle : moyenne et écart</translation>
    </message>
    <message>
      <source>Open a folder…</source>
      <translation>Ouvrir un dossier…</translation>
    </message>
    <message>
      <source>Open a picture…</source>
      <translation>Ouvrir une image…</translation>
    </message>
    <message>
      <source>Pasted picture</source>
      <translation>Image collée</translation>
    </message>
    <message>
      <source>Picture that is changed</source>
      <translation>Image qui est modifiée</translation>
    </message>
    <message>
      <source>Pictures</source>
      <translation>Images</translation>
    </message>
    <message>
      <source>The picture that is changed step by step; of several, mean and spread are shown.</source>
      <translation>L'image modifiée étape par étape ; de plusieurs, la moyenne et l'écart sont montrés.</translation>
    </message>
    <message>
      <source>What the page Look shows</source>
      <translation>Ce que montre la page Regarder</translation>
    </message>
    <message>
      <source>best class</source>
      <translation>meilleure classe</translation>
    </message>
    <message>
      <source>{target} · {model} · {method} (chosen on Look)</source>
      <translation>{target} · {model} · {method} (choisis sur Regarder)</translation>
    </message>
  </context>
  <context>
    <name>SummaryTable</name>
    <message>
      <source>Clips</source>
      <translation>Nombre</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>Groupe</translation>
    </message>
    <message>
      <source>Least</source>
      <translation>Min.</translation>
    </message>
    <message>
      <source>Mean</source>
      <translation>Moyenne</translation>
    </message>
    <message>
      <source>Median</source>
      <translation>Médiane</translation>
    </message>
    <message>
      <source>Most</source>
      <translation>Max.</translation>
    </message>
    <message>
      <source>SD</source>
      <translation>Écart-type</translation>
    </message>
    <message>
      <source>Summary of each group</source>
      <translation>Résumé de chaque groupe</translation>
    </message>
    <message>
      <source>all</source>
      <translation>tous</translation>
    </message>
  </context>
  <context>
    <name>SweepForm</name>
    <message>
      <source>Brightness: series of ten</source>
      <translation>Luminosité : série de dix</translation>
    </message>
    <message>
      <source>Decides noise and random perspective: the same seed, the same pictures.</source>
      <translation>Décide du bruit et de la perspective au hasard : même graine, mêmes images.</translation>
    </message>
    <message>
      <source>First value</source>
      <translation>Première valeur</translation>
    </message>
    <message>
      <source>Last value</source>
      <translation>Dernière valeur</translation>
    </message>
    <message>
      <source>Order of the perspective series</source>
      <translation>Ordre de la série de perspective</translation>
    </message>
    <message>
      <source>Perspective: series of ten</source>
      <translation>Perspective : série de dix</translation>
    </message>
    <message>
      <source>Pictures of the series, {low} to {high}</source>
      <translation>Images de la série, de {low} à {high}</translation>
    </message>
    <message>
      <source>Run this series (Space).</source>
      <translation>Lancer cette série (Espace).</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Graine</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Démarrer</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>Étapes</translation>
    </message>
    <message>
      <source>Ten pictures from dark to over-exposed: table 5 of the report.</source>
      <translation>Dix images, de sombre à surexposée : tableau 5 du rapport.</translation>
    </message>
    <message>
      <source>Ten pictures tilted more and more, or drawn at random: table 6 of the report.</source>
      <translation>Dix images de plus en plus inclinées, ou tirées au hasard : tableau 6 du rapport.</translation>
    </message>
    <message>
      <source>The report says “increasing”, its scores look random (R18): growing tilt to the right, or a new random draw at each step.</source>
      <translation>Le rapport dit « croissante », ses scores ont l'air tirés au hasard (R18) : inclinaison croissante vers la droite, ou un nouveau tirage à chaque étape.</translation>
    </message>
    <message>
      <source>Transform</source>
      <translation>Transformation</translation>
    </message>
    <message>
      <source>growing tilt</source>
      <translation>inclinaison croissante</translation>
    </message>
    <message>
      <source>random, by seed</source>
      <translation>au hasard, selon la graine</translation>
    </message>
  </context>
  <context>
    <name>SweepPlot</name>
    <message>
      <source>80 %: critical threshold</source>
      <translation>80 % : seuil critique</translation>
    </message>
    <message>
      <source>Score (%)</source>
      <translation>Score (%)</translation>
    </message>
    <message>
      <source>Score against the step of the series</source>
      <translation>Score selon l'étape de la série</translation>
    </message>
    <message>
      <source>Scores in %: {scores}</source>
      <translation>Scores en % : {scores}</translation>
    </message>
    <message>
      <source>above 99 %</source>
      <translation>plus de 99 %</translation>
    </message>
    <message>
      <source>cliff at {value}</source>
      <translation>rupture à {value}</translation>
    </message>
    <message>
      <source>heat on the object (%)</source>
      <translation>chaleur sur l'objet (%)</translation>
    </message>
    <message>
      <source>report, table {table}</source>
      <translation>rapport, tableau {table}</translation>
    </message>
    <message>
      <source>yours</source>
      <translation>les vôtres</translation>
    </message>
  </context>
  <context>
    <name>SweepStrip</name>
    <message>
      <source>Pictures of the series</source>
      <translation>Images de la série</translation>
    </message>
    <message>
      <source>Step {step}: {score}; the best class is {best} ({share})</source>
      <translation>Étape {step} : {score} ; la meilleure classe est {best} ({share})</translation>
    </message>
  </context>
  <context>
    <name>SweepTable</name>
    <message>
      <source>Best class</source>
      <translation>Meilleure classe</translation>
    </message>
    <message>
      <source>Difference</source>
      <translation>Différence</translation>
    </message>
    <message>
      <source>Score (%)</source>
      <translation>Score (%)</translation>
    </message>
    <message>
      <source>Scores of the series</source>
      <translation>Scores de la série</translation>
    </message>
    <message>
      <source>Step</source>
      <translation>Étape</translation>
    </message>
    <message>
      <source>Table {table}</source>
      <translation>Tableau {table}</translation>
    </message>
    <message>
      <source>What was done to the report's pictures is not known (R18): compare the shape, not the parameter.</source>
      <translation>On ne sait pas ce qui a été fait aux images du rapport (R18) : comparez la forme, pas le paramètre.</translation>
    </message>
  </context>
  <context>
    <name>SweepView</name>
    <message>
      <source>80 % is passed downwards between {low} and {high}.</source>
      <translation>Les 80 % sont passés vers le bas entre {low} et {high}.</translation>
    </message>
    <message>
      <source>80 % is passed upwards between {low} and {high}.</source>
      <translation>Les 80 % sont passés vers le haut entre {low} et {high}.</translation>
    </message>
    <message>
      <source>Cliff between {low} and {high}: from {before} to {after}.</source>
      <translation>Rupture entre {low} et {high} : de {before} à {after}.</translation>
    </message>
    <message>
      <source>Heat</source>
      <translation>Chaleur</translation>
    </message>
    <message>
      <source>No series yet. “Brightness” and “Perspective” repeat tables 5 and 6 of the report with the picture above; or choose any transform and press Start.</source>
      <translation>Pas encore de série. « Luminosité » et « Perspective » refont les tableaux 5 et 6 du rapport avec l'image ci-dessus ; ou choisissez une transformation et appuyez sur Démarrer.</translation>
    </message>
    <message>
      <source>Show where the network looked, over every picture.</source>
      <translation>Montrer où le réseau a regardé, sur chaque image.</translation>
    </message>
    <message>
      <source>Stopped after {done} of {count} steps: zone and cliffs are not looked for.</source>
      <translation>Arrêtée après {done} étapes sur {count} : la zone et les ruptures ne sont pas cherchées.</translation>
    </message>
    <message>
      <source>The network is being loaded…</source>
      <translation>Le réseau se charge…</translation>
    </message>
    <message>
      <source>The series is running…</source>
      <translation>La série est en cours…</translation>
    </message>
    <message>
      <source>Untouched: {target} {score} (pictures: {count}).</source>
      <translation>Sans modification : {target} {score} (images : {count}).</translation>
    </message>
  </context>
  <context>
    <name>TargetSearch</name>
    <message>
      <source>Keep this class and choose another beside it, up to four (Ctrl++).</source>
      <translation>Garder cette classe et en choisir une autre à côté, jusqu’à quatre (Ctrl++).</translation>
    </message>
    <message>
      <source>Target class</source>
      <translation>Classe cible</translation>
    </message>
    <message>
      <source>The class the heatmap is about: where did the network look for it? Type a part of its name, in English or in French; leave it empty and press Enter for the most probable class.</source>
      <translation>La classe dont parle la carte : où le réseau l’a-t-il cherchée ? Tapez une partie de son nom, en anglais ou en français ; laissez vide et appuyez sur Entrée pour la classe la plus probable.</translation>
    </message>
    <message>
      <source>most probable</source>
      <translation>la plus probable</translation>
    </message>
  </context>
  <context>
    <name>ThreePicturesView</name>
    <message>
      <source>Look at the three</source>
      <translation>Regarder les trois</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Aucun</translation>
    </message>
    <message>
      <source>On: brightness is evidence, and a picture without the object stays dark. Off: every map is stretched between its own ends, as in the report, and the zebra glows at 0.00 % (R21).</source>
      <translation>Coché : la clarté est un indice, et une image sans l'objet reste sombre. Décoché : chaque carte est étirée entre ses propres extrêmes, comme dans le rapport, et le zèbre brille à 0.00 % (R21).</translation>
    </message>
    <message>
      <source>One object</source>
      <translation>Un objet</translation>
    </message>
    <message>
      <source>One object, several, none: is the score right, and does the heat lie on the object?</source>
      <translation>Un objet, plusieurs, aucun : le score est-il juste, et la chaleur est-elle sur l'objet ?</translation>
    </message>
    <message>
      <source>Same scale for all three</source>
      <translation>Même échelle pour les trois</translation>
    </message>
    <message>
      <source>Several objects</source>
      <translation>Plusieurs objets</translation>
    </message>
    <message>
      <source>Table 4 of the report with these pictures.</source>
      <translation>Le tableau 4 du rapport avec ces images.</translation>
    </message>
  </context>
  <context>
    <name>TopScores</name>
    <message>
      <source>The five best classes</source>
      <translation>Les cinq meilleures classes</translation>
    </message>
    <message>
      <source>The five best classes appear here.</source>
      <translation>Les cinq meilleures classes apparaissent ici.</translation>
    </message>
  </context>
  <context>
    <name>TrainingTab</name>
    <message>
      <source>No run is shown.</source>
      <translation>Aucun essai n'est affiché.</translation>
    </message>
    <message>
      <source>No run yet.</source>
      <translation>Aucun essai pour l'instant.</translation>
    </message>
    <message>
      <source>Press Start or the space bar, and watch the network learn digits.</source>
      <translation>Cliquez sur Démarrer ou appuyez sur la barre d'espace, et regardez le réseau apprendre les chiffres.</translation>
    </message>
    <message>
      <source>Torch is being loaded; you can already choose.</source>
      <translation>Chargement de torch ; vous pouvez déjà choisir.</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Apprentissage</translation>
    </message>
    <message>
      <source>{setup} · {data} · seed {seed} · {epochs} epochs</source>
      <translation>{setup} · {data} · graine {seed} · {epochs} époques</translation>
    </message>
  </context>
  <context>
    <name>Transforms</name>
    <message>
      <source>0 is grey, 1 as it is, more is more colourful.</source>
      <translation>0 : gris ; 1 : telle quelle ; plus : couleurs plus vives.</translation>
    </message>
    <message>
      <source>A grey square over the picture, its side so much of the short side. Drag it on the input.</source>
      <translation>Un carré gris posé sur l'image, de côté égal à cette part du petit côté. Faites-le glisser sur l'entrée.</translation>
    </message>
    <message>
      <source>All four corners go inwards by a random share, at most so much of half a side: another draw at each step, the same with the same seed.</source>
      <translation>Les quatre coins rentrent d'une part tirée au hasard, au plus cette part d'un demi-côté : un nouveau tirage à chaque étape, le même avec la même graine.</translation>
    </message>
    <message>
      <source>Blur</source>
      <translation>Flou</translation>
    </message>
    <message>
      <source>Brightness</source>
      <translation>Luminosité</translation>
    </message>
    <message>
      <source>Colour</source>
      <translation>Couleur</translation>
    </message>
    <message>
      <source>Compressed and read again; 100 leaves the picture as it is.</source>
      <translation>Comprimée puis relue ; 100 laisse l'image telle quelle.</translation>
    </message>
    <message>
      <source>Contrast</source>
      <translation>Contraste</translation>
    </message>
    <message>
      <source>Distance from the mean grey of the picture, times this factor.</source>
      <translation>Écart au gris moyen de l'image, multiplié par ce facteur.</translation>
    </message>
    <message>
      <source>Every value times this factor; what exceeds white is lost.</source>
      <translation>Chaque valeur multipliée par ce facteur ; ce qui dépasse le blanc est perdu.</translation>
    </message>
    <message>
      <source>Gamma</source>
      <translation>Gamma</translation>
    </message>
    <message>
      <source>Geometry</source>
      <translation>Géométrie</translation>
    </message>
    <message>
      <source>Hue</source>
      <translation>Teinte</translation>
    </message>
    <message>
      <source>JPEG quality</source>
      <translation>Qualité JPEG</translation>
    </message>
    <message>
      <source>Larger or smaller about the centre; what is uncovered is black.</source>
      <translation>Plus grande ou plus petite autour du centre ; ce qui est découvert est noir.</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Lumière</translation>
    </message>
    <message>
      <source>Middle tones darker (above 1) or lighter (below 1); black and white stay.</source>
      <translation>Tons moyens plus sombres (au-dessus de 1) ou plus clairs (en dessous) ; le noir et le blanc restent.</translation>
    </message>
    <message>
      <source>Moved by so much of the height; above 0 downwards.</source>
      <translation>Déplacée de cette part de la hauteur ; au-dessus de 0, vers le bas.</translation>
    </message>
    <message>
      <source>Moved by so much of the width; above 0 to the right.</source>
      <translation>Déplacée de cette part de la largeur ; au-dessus de 0, vers la droite.</translation>
    </message>
    <message>
      <source>Noise</source>
      <translation>Bruit</translation>
    </message>
    <message>
      <source>Normal noise of so many grey levels in every channel.</source>
      <translation>Bruit normal d'autant de niveaux de gris dans chaque canal.</translation>
    </message>
    <message>
      <source>Out of focus: a Gaussian as wide as so much of the short side.</source>
      <translation>Hors de la mise au point : une gaussienne large de cette part du petit côté.</translation>
    </message>
    <message>
      <source>Patch</source>
      <translation>Cache</translation>
    </message>
    <message>
      <source>Patch, across</source>
      <translation>Cache, en travers</translation>
    </message>
    <message>
      <source>Patch, down</source>
      <translation>Cache, vers le bas</translation>
    </message>
    <message>
      <source>Perspective, random</source>
      <translation>Perspective au hasard</translation>
    </message>
    <message>
      <source>Perspective: above 0 the lower side recedes, below 0 the upper one, by so much of its width.</source>
      <translation>Perspective : au-dessus de 0, le bas s'éloigne, en dessous le haut, de cette part de sa largeur.</translation>
    </message>
    <message>
      <source>Perspective: above 0 the right side recedes, below 0 the left one, by so much of its height.</source>
      <translation>Perspective : au-dessus de 0, le côté droit s'éloigne, en dessous le gauche, de cette part de sa hauteur.</translation>
    </message>
    <message>
      <source>Quality of the picture</source>
      <translation>Qualité de l'image</translation>
    </message>
    <message>
      <source>Rotation</source>
      <translation>Rotation</translation>
    </message>
    <message>
      <source>Saturation</source>
      <translation>Saturation</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>Échelle</translation>
    </message>
    <message>
      <source>Shear</source>
      <translation>Cisaillement</translation>
    </message>
    <message>
      <source>Shift left / right</source>
      <translation>Décalage latéral</translation>
    </message>
    <message>
      <source>Shift up / down</source>
      <translation>Décalage vertical</translation>
    </message>
    <message>
      <source>The colour circle turned: red becomes green at 120°.</source>
      <translation>Le cercle des couleurs tourné : à 120°, le rouge devient vert.</translation>
    </message>
    <message>
      <source>Tilt left / right</source>
      <translation>Inclinaison latérale</translation>
    </message>
    <message>
      <source>Tilt up / down</source>
      <translation>Inclinaison verticale</translation>
    </message>
    <message>
      <source>Turned about the centre; above 0 against the clock.</source>
      <translation>Tournée autour du centre ; au-dessus de 0, dans le sens inverse des aiguilles.</translation>
    </message>
    <message>
      <source>Upright lines lean, as in slanted writing.</source>
      <translation>Les lignes droites penchent, comme une écriture inclinée.</translation>
    </message>
    <message>
      <source>Where the centre of the patch is: 0 at the left edge, 100 at the right.</source>
      <translation>Où est le centre du cache : 0 au bord gauche, 100 au bord droit.</translation>
    </message>
    <message>
      <source>Where the centre of the patch is: 0 at the top, 100 at the bottom.</source>
      <translation>Où est le centre du cache : 0 en haut, 100 en bas.</translation>
    </message>
    <message>
      <source>levels</source>
      <translation>niveaux</translation>
    </message>
  </context>
  <context>
    <name>TrialPlots</name>
    <message>
      <source>Accuracy</source>
      <translation>Exactitude</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>Perte</translation>
    </message>
    <message>
      <source>Trial {number}: {value}</source>
      <translation>Essai {number} : {value}</translation>
    </message>
    <message>
      <source>Value of each trial against each parameter</source>
      <translation>Valeur de chaque essai selon chaque paramètre</translation>
    </message>
  </context>
  <context>
    <name>TrialTable</name>
    <message>
      <source>Accuracy</source>
      <translation>Exactitude</translation>
    </message>
    <message>
      <source>Computer</source>
      <translation>Ordinateur</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>Époques</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>Perte</translation>
    </message>
    <message>
      <source>State</source>
      <translation>État</translation>
    </message>
    <message>
      <source>Trial</source>
      <translation>Essai</translation>
    </message>
    <message>
      <source>Trials of the study</source>
      <translation>Essais de l'étude</translation>
    </message>
    <message>
      <source>complete</source>
      <translation>complet</translation>
    </message>
    <message>
      <source>diverged</source>
      <translation>a divergé</translation>
    </message>
    <message>
      <source>ended early</source>
      <translation>arrêté tôt</translation>
    </message>
    <message>
      <source>failed</source>
      <translation>échoué</translation>
    </message>
    <message>
      <source>interrupted</source>
      <translation>interrompu</translation>
    </message>
    <message>
      <source>learning</source>
      <translation>apprend</translation>
    </message>
  </context>
  <context>
    <name>TuneDialog</name>
    <message>
      <source>Choose what is searched and press Start; or open the file of a study and take part in it.</source>
      <translation>Choisissez ce qui est cherché et appuyez sur Démarrer ; ou ouvrez le fichier d'une étude et participez-y.</translation>
    </message>
    <message>
      <source>Copied. On another computer the shared file may have another path.</source>
      <translation>Copié. Sur un autre ordinateur, le fichier partagé peut avoir un autre chemin.</translation>
    </message>
    <message>
      <source>Copy command</source>
      <translation>Copier la ligne</translation>
    </message>
    <message>
      <source>End the trial under way; the study and all its runs are kept. To close this window ends nothing.</source>
      <translation>Terminer l'essai en cours ; l'étude et tous ses essais sont conservés. Fermer cette fenêtre n'arrête rien.</translation>
    </message>
    <message>
      <source>Finished: {complete} trials complete, {pruned} ended early, {failed} failed.</source>
      <translation>Fini : {complete} essais complets, {pruned} arrêtés tôt, {failed} échoués.</translation>
    </message>
    <message>
      <source>Hyper-parameter study</source>
      <translation>Étude d'hyperparamètres</translation>
    </message>
    <message>
      <source>Measuring the best trial on the test set, once…</source>
      <translation>Mesure du meilleur essai sur les données de test, une seule fois…</translation>
    </message>
    <message>
      <source>New study</source>
      <translation>Nouvelle étude</translation>
    </message>
    <message>
      <source>No study yet.</source>
      <translation>Pas encore d'étude.</translation>
    </message>
    <message>
      <source>Nothing is left to begin; {running} trials still learn elsewhere.</source>
      <translation>Il n'y a plus rien à commencer ; {running} essais apprennent encore ailleurs.</translation>
    </message>
    <message>
      <source>Open a study</source>
      <translation>Ouvrir une étude</translation>
    </message>
    <message>
      <source>Opening the study…</source>
      <translation>Ouverture de l'étude…</translation>
    </message>
    <message>
      <source>Open…</source>
      <translation>Ouvrir…</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Démarrer</translation>
    </message>
    <message>
      <source>Starting a process for the study…</source>
      <translation>Démarrage d'un processus pour l'étude…</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Arrêter</translation>
    </message>
    <message>
      <source>Stopped. The study and its runs are kept; it may go on at any time.</source>
      <translation>Arrêté. L'étude et ses essais sont conservés ; elle peut continuer à tout moment.</translation>
    </message>
    <message>
      <source>Stopping after this batch…</source>
      <translation>Arrêt après ce lot…</translation>
    </message>
    <message>
      <source>Studies (*.log)</source>
      <translation>Études (*.log)</translation>
    </message>
    <message>
      <source>Study</source>
      <translation>Étude</translation>
    </message>
    <message>
      <source>Take part</source>
      <translation>Participer</translation>
    </message>
    <message>
      <source>The line with which another computer joins this study</source>
      <translation>La ligne de commande avec laquelle un autre ordinateur rejoint cette étude</translation>
    </message>
    <message>
      <source>The study has failed.</source>
      <translation>L'étude a échoué.</translation>
    </message>
    <message>
      <source>There is no study in this file yet.</source>
      <translation>Il n'y a pas encore d'étude dans ce fichier.</translation>
    </message>
    <message>
      <source>Trials are judged on a part of the train set that is held back. The test set is measured once, at the end, with the best trial: to choose by it would flatter the result.</source>
      <translation>Les essais sont jugés sur une part des données d'apprentissage, mise à part. Les données de test sont mesurées une fois, à la fin, avec le meilleur essai : choisir d'après elles flatterait le résultat.</translation>
    </message>
  </context>
  <context>
    <name>ViewRecorder</name>
    <message>
      <source>AVI video</source>
      <translation>Vidéo AVI</translation>
    </message>
    <message>
      <source>MP4 video</source>
      <translation>Vidéo MP4</translation>
    </message>
    <message>
      <source>Record the live view</source>
      <translation>Filmer la vue en direct</translation>
    </message>
    <message>
      <source>Recording…</source>
      <translation>Enregistrement…</translation>
    </message>
    <message>
      <source>Saved as {name}.</source>
      <translation>Enregistré : {name}.</translation>
    </message>
    <message>
      <source>● {seconds} s, {megabytes} MB</source>
      <translation>● {seconds} s, {megabytes} Mo</translation>
    </message>
  </context>
  <context>
    <name>WaveStrip</name>
    <message>
      <source>The sound of the last four seconds; after a take, the take as it was cut out.</source>
      <translation>Le son des quatre dernières secondes ; après une prise, la prise telle qu’elle a été découpée.</translation>
    </message>
    <message>
      <source>Waveform</source>
      <translation>Forme d’onde</translation>
    </message>
  </context>
  <context>
    <name>WeightsButton</name>
    <message>
      <source>Download them</source>
      <translation>Les télécharger</translation>
    </message>
    <message>
      <source>Folder with the weights</source>
      <translation>Dossier qui contient les poids</translation>
    </message>
    <message>
      <source>From a folder or a memory stick…</source>
      <translation>D’un dossier ou d’une clé USB…</translation>
    </message>
    <message>
      <source>Get the weights</source>
      <translation>Obtenir les poids</translation>
    </message>
    <message>
      <source>The weights of this network are not on this machine: fetch them, or bring them.</source>
      <translation>Les poids de ce réseau ne sont pas sur cette machine : allez les chercher, ou apportez-les.</translation>
    </message>
  </context>
  <context>
    <name>WordPanel</name>
    <message>
      <source>Hot part</source>
      <translation>Partie chaude</translation>
    </message>
    <message>
      <source>Play only the hot part: the seconds and the frequencies in the frame</source>
      <translation>Jouer seulement la partie chaude : les secondes et les fréquences du cadre</translation>
    </message>
    <message>
      <source>Play the word as the network heard it, or stop</source>
      <translation>Jouer le mot tel que le réseau l'a entendu, ou arrêter</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Arrêter</translation>
    </message>
    <message>
      <source>The word as the network saw it. The lighter the colour, the more that place spoke for the answer: gradient times activation.
The bars below are the share of every moment in the score of the digit, up for it, down against it; with the constant that every word gets they add up to it exactly.
The frame holds the hottest part.</source>
      <translation>Le mot tel que le réseau l'a vu. Plus la couleur est claire, plus cet endroit a parlé pour la réponse : gradient fois activation.
Les barres du dessous sont la part de chaque instant dans le score du chiffre, vers le haut pour lui, vers le bas contre lui ; avec la constante que reçoit tout mot, leur somme est exactement ce score.
Le cadre contient la partie la plus chaude.</translation>
    </message>
    <message>
      <source>What decided</source>
      <translation>Ce qui a décidé</translation>
    </message>
    <message>
      <source>What decided for {digit}: {start:.2f} to {end:.2f} s of the window, {low:.0f} to {high:.0f} Hz</source>
      <translation>Ce qui a décidé pour {digit} : de {start:.2f} à {end:.2f} s de la fenêtre, de {low:.0f} à {high:.0f} Hz</translation>
    </message>
    <message>
      <source>Word</source>
      <translation>Mot</translation>
    </message>
    <message>
      <source>no word yet</source>
      <translation>pas encore de mot</translation>
    </message>
  </context>
  <context>
    <name>_Notice</name>
    <message>
      <source>Attention</source>
      <translation>Attention</translation>
    </message>
    <message>
      <source>Close this notice</source>
      <translation>Fermer cet avis</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Problem</source>
      <translation>Problème</translation>
    </message>
  </context>
  <context>
    <name>_Third</name>
    <message>
      <source>Own picture…</source>
      <translation>Autre image…</translation>
    </message>
    <message>
      <source>Pictures</source>
      <translation>Images</translation>
    </message>
    <message>
      <source>Take another picture for: {title}</source>
      <translation>Prendre une autre image pour : {title}</translation>
    </message>
    <message>
      <source>found</source>
      <translation>trouvé</translation>
    </message>
    <message>
      <source>not found</source>
      <translation>pas trouvé</translation>
    </message>
    <message>
      <source>report: {score}</source>
      <translation>rapport : {score}</translation>
    </message>
    <message>
      <source>strongest evidence {odds} (log-odds)</source>
      <translation>indice le plus fort {odds} (log-odds)</translation>
    </message>
  </context>
</TS>
