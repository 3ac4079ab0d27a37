"""What is seen and touched. Nothing here computes: tabs start jobs and paint what these say."""
