"""What one file's facts mean for another's: which files of a scan draw on which, and their programs side by side.

`survey` finds out who draws on whom, in the process that lists the files; `neighbours` gives a file that is looked at the
programs of those; `settling` says once what several files say. A scan in which triage keeps no program pays for none of it.
"""
