"""Two senses, one answer: how the image's ten scores and the sound's become the lab's."""
