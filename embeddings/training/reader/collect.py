"""Collects the documents that the running server finds for each question. usage: collect.py ANSWERS SERVER OUT"""
import json
import sys
import urllib.parse
import urllib.request

from common import read_lines, turns_of

answers, server, out = sys.argv[1:4]
with open(out, "w", encoding="utf-8") as file:
    for row in read_lines(answers):
        for turn, question, _ in turns_of(row):
            query = urllib.parse.urlencode({"limit": 25, "q": question})
            with urllib.request.urlopen(f"{server}/api/search?{query}") as response:
                results = json.load(response)["results"]
            documents = [{"id": r["document"]["id"], "score": r["score"]} for r in results]
            file.write(json.dumps({"turn": turn, "question": question, "documents": documents}) + "\n")
