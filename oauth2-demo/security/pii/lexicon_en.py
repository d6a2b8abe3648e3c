"""Frozen tables for English names: common first names as evidence, and words that make a pair of capitals no name."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

_FIRST = """
Wesley Desmond Gareth Rohan Conor Kwame Julian Trevor Beatrice Gideon Marguerite Edwina Lamar Leopold Ramona
Ansel Odette Mikhail Bernard Celia Prudence Bianca Joanna Minsu Astrid Tova Amir Paulo Elise Kieran Siobhan
Declan Niamh Aoife Fergus Angus Hamish Rhys Dafydd Gwyneth Percy Cedric Rupert Alistair Cyril Edmund Roland
Winston Dominic Bartholomew Cornelius Thaddeus Reginald Mortimer Quentin Sebastian Xavier Maximus Augustus Silas
Ezra Asher Jonah Abel Enoch Malachi Tobiah Yusuf Tariq Khalid Rashid Nasser Farid Samir Karim Hamza Bilal Imran
Zahra Noor Amina Khadija Salma Yasmin Rania Dalia Nadine Leyla Deniz Emre Mehmet Ayse Zeynep Kofi Kwesi Ama
Abena Chidi Ngozi Emeka Adaeze Olumide Temitope Folake Babatunde Thabo Sipho Nomsa Lindiwe Anneke Pieter Willem
Jeroen Femke Sanne Joost Maarten Bram Sofie Freya Signe Bjorn Magnus Torsten Anders Mikkel Soren Henrik Aino
Eero Jukka Matti Pekka Katarzyna Agnieszka Piotr Krzysztof Tomasz Wojciech Zofia Vaclav Jiri Petra Lenka Zoltan
Istvan Katalin Dimitris Yiannis Eleni Kostas Bogdan Mihai Ioana Andrei Alina Oksana Olena Taras Dmytro Anya
Yelena Galina Ludmila Vladimir Yuri Oleg Kenta Haruto Yui Aoi Naoko Tomoko Satoshi Makoto Ryota Minh Thanh Linh
Huong Tuan Nguyen Anh Somchai Siti Budi Dewi Agus Maricel Jomar Rodrigo Thiago Joao Beatriz Guilherme Valentina
Camila Mateo Santiago Emiliano Ximena Guadalupe Esperanza Consuelo Dolores Graciela Ignacio Rogelio Salvador
Ernesto Armando Raul Ramon James Robert John Michael David William Richard Joseph Thomas Christopher Charles
Daniel Matthew Anthony Steven Paul Andrew Joshua Kenneth Kevin Brian George Timothy Ronald Edward Jason Jeffrey
Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Alexander
Patrick Raymond Jack Dennis Jerry Tyler Aaron Jose Adam Nathan Henry Zachary Douglas Peter Kyle Noah Ethan
Jeremy Walter Christian Keith Roger Terry Sean Gerald Carl Harold Dylan Arthur Lawrence Jordan Jesse Bryan Billy
Bruce Gabriel Joe Logan Alan Juan Albert Willie Elijah Wayne Randy Vincent Mason Roy Ralph Bobby Russell Bradley
Philip Eugene Liam Oliver Lucas Owen Caleb Isaac Luke Evan Connor Adrian Oscar Felix Leo Theo Theodore Hugo
Marcus Omar Ahmed Mohammed Muhammad Ali Hassan Ibrahim Yusuf Raj Ravi Arjun Rahul Amit Sanjay Vijay Anil Sunil
Wei Jun Hiroshi Kenji Takeshi Yuki Chen Ivan Dmitri Sergei Nikolai Boris Igor Pavel Jan Lars Sven Erik Arne Olaf
Hans Klaus Jurgen Stefan Matthias Tobias Florian Maximilian Lukas Pierre Jean Jacques Michel Philippe Laurent
Antoine Luca Marco Giovanni Giuseppe Paolo Matteo Carlos Luis Miguel Jorge Pedro Diego Javier Fernando Alejandro
Ricardo Eduardo Rafael Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty
Sandra Margaret Ashley Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Sharon Laura
Cynthia Dorothy Amy Kathleen Angela Shirley Emma Brenda Pamela Nicole Anna Samantha Katherine Christine Helen
Debra Rachel Carolyn Janet Maria Catherine Heather Diane Olivia Julie Joyce Victoria Ruth Virginia Lauren Kelly
Christina Joan Evelyn Judith Andrea Hannah Megan Cheryl Jacqueline Martha Madison Teresa Gloria Sara Janice Ann
Kathryn Abigail Sophia Frances Jean Alice Judy Isabella Julia Grace Amber Denise Danielle Marilyn Beverly
Charlotte Natalie Theresa Diana Brittany Doris Kayla Alexis Lori Marie Ava Mia Chloe Zoe Lily Ella Nora Leah
Claire Lucy Ellen Simone Olga Natasha Irina Svetlana Elena Katya Tatiana Ingrid Astrid Greta Heidi Ursula Sofia
Lucia Carmen Rosa Ana Isabel Fatima Aisha Layla Leila Zainab Priya Anjali Deepa Kavita Neha Pooja Sunita Mei
Ling Yuko Sakura Akiko Naomi Amelia Harper Aria Scarlett Hazel Violet Aurora Stella Penelope Eleanor Audrey
Bella Caroline Kennedy Allison Gabriella Peter Simon Martin Colin Graham Ian Neil Stuart Trevor Nigel Clive
Derek Geoffrey Howard Leonard Norman Stanley Fiona Gemma Imogen Joanna Kirsten Lorraine Miranda Nadia Phoebe
Rosemary Sabrina Tamara Vanessa Wendy Yvonne Bridget Cecilia Daphne Edith Felicity Gwen Harriet Iris Josephine
Kate Katie Jane Anne Maya Jasmine Molly Monica Tara Tracy Tina Tanya Sally Robin Rita Renee Regina Paula Peggy
Miriam Marion Lydia Lillian Kristen Jill Holly Hugh Gavin Fred Frank Francis Ernest Elliot Elliott Edwin Edgar
Dean Dale Craig Clifford Clarence Chad Cameron Calvin Byron Brett Brent Brad Blake Barry Austin Alvin Alfred
Alex Andre Chris Dan Dave Ben Bob Bill Jim Jimmy Mike Matt Nick Rob Ron Sam Steve Ted Tim Tom Tony Will Ken Greg
Josh Jeff Jeremiah Levi Micah Nathaniel Wyatt Hunter Carter Cole Chase Gavin Minjun Jiwoo Seojun Jihoon Minji
Jisoo Hyejin Sujin Minho Jaehyun Sungmin Eunji Yuna Hana Soyeon Donghyun Youngho Kyung Jae Min Ji Hyun Seung
Sung Young Hye Eun Soo
"""
# First names that are also words, places or brands: without a cue they prove nothing.
_AMBIGUOUS = """
Grace Jack Victoria Levi Chase Hunter Mason Carter Cole Dean Dale Amber Joy Joyce Lily Violet Iris Hazel Jasmine
Robin Will Bill Rob Austin Charlotte Madison Jordan Virginia Kennedy Logan Tyler Wayne Christian Jean Jack Holly
Sally Molly Aurora Stella Maya Julia Ling Mei Jun Min Young Sung Soo Hye Kyung Chen Ali Ana Ji Eun Jae Wei Chad
Brad Brent Craig Blake Frank Ernest Barry Dan Ken Pat Penny Rosemary Sofia Sophia Florence Diego Jose Juan Santa
Peter Paul Francis Martin Harper Aria Bella Caroline Penelope Carol Rosa Lucia Cameron Calvin Byron Clifford
Stanley Howard Norman Leonard Lincoln Jackson Jersey Owen Leo Theo Felix Oscar Hugo Marcus Emma Mike Alexis
Sierra Max Alan Ada Raj Ravi Luca Marco Ivan Boris
"""
# Second words (or first ones) that show the pair is a place, a thing, an organisation or a role.
_NOT_LAST = """
Street St Avenue Ave Road Rd Drive Lane Court Boulevard Park River Lake Beach Island Mountain Hill Hills Valley
Bay City County State University College School Hospital Airport Station Bridge Center Centre Mall Plaza Square
Building Tower House Hotel Museum Church Library Pay Cloud Support Team Service Services Customer Manager
Department Office Sales Marketing Engineering Inc Ltd LLC Corp Company Group Bank Store Shop Market Press News
Times Post Journal Magazine Award Cup League Club Band Act Law Bill Rule Day Week Month Year Monday Tuesday
Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October
November December Release Version Update Edition Studio Server Code Script Java Python Docker Kubernetes Linux
Windows Mac Android Chrome Firefox Safari Google Apple Microsoft Amazon Meta Facebook Twitter Maps Drive Docs
Sheets Mail Calendar Photos Play Store Music Video Channel Network System Systems Software Hardware Data Base
Report Reports Review Project Program Plan Policy Terms Privacy Notice Account Accounts Address Number Name
Names Date Time Type Status Error Warning Info Debug Test Tests Case Cases User Users Admin Guest Member Members
Client Clients Order Orders Invoice Receipt Payment Card Ticket Room Floor Level Zone Area Region District
Province Country World Nations Kingdom States America Europe Asia Africa North South East West Northern Southern
Eastern Western Central Upper Lower New Old Great Grand Big Little Hall Gate Way Place Point Field Fields Garden
Gardens Farm Forest Method Theorem Law Model Machine Learning Engine Driver Filter Transform Series Process
Distribution Test Algorithm Index Syndrome Disease Effect Scale Principle Foundation Institute Conference Summit
Meeting Call Committee Board Council Agency Authority Association Society Union Federation Party Government
Ministry Administration President Director Hello Hi Dear Thanks Thank Please Regards Sincerely Best Kind Yours
The This That These Those And But For With From Not None Unknown All Any Some Every Each More Less Sir Madam Mr
Mrs Ms Dr Miss Prof Everyone Team Folks Friend Friends Colleague Colleagues Applicant Resident Patient Doctor
Nurse Editor Reader Candidate Partner Recipient Sender Email Phone Mobile Fax Contact Subject Message Attachment
Signature Welcome Home Page Site Web Website Link Click Here Learn Read See View Open Close Save Delete Edit
Create Signed Given Required Optional Pending Active Inactive Approved Rejected Cancelled Completed Confirmed
Senior Junior Chief Executive Head Lead Assistant Associate Vice General Operations Human Resources Finance
Legal Security Product Design Quality Assurance Research Development Technology Information Digital Global
International National Local Public Private Special Standard Premium Basic Pro Plus Free Gold Silver Platinum
Credit Debit Visa Mastercard Express Discover Health Care Medical Insurance Life Family Child Children Adult
Night Morning Evening Afternoon Spring Summer Autumn Winter Christmas Easter Thanksgiving Eve Holiday Street's
Nobody Anonymous Someone Placeholder Example Sample Default Holder Help Desk Helpdesk Office Offices Hotline
Line Unit Squad Crew Staff Personnel Union Fund Trust Capital Partners Holdings Industries Solutions Labs Lab
Cafe Restaurant Kitchen Bar Grill Pizza Coffee Tea Book Books Guide Manual Handbook Dictionary Overview Summary
Introduction Chapter Section Appendix Table Figure Exhibit Schedule Agreement Contract Lease Policy Statement
Form Forms Letter Memo Agenda Minutes Notes Request Requests Response Responses Query Event Events Queue Stream
Cache Pool Thread Worker Handler Controller Factory Builder Adapter Proxy Gateway Router Balancer Cluster Node
Nodes Container Image Volume Pod Session Token Key Keys Secret Certificate Lock Timeout Exception Failure
Success Started Stopped Running Finished Failed Falls Period Plug Document Documents Untitled Adapter Jeans
Strauss Canyon Desert Ocean Forest Peninsula Gulf Coast Shore Harbor Port Isle Islands Springs Rapids Creek
Ridge Summit Peak Mountains Highlands Heights Village Town Borough Township Parish Palace Castle Cathedral
Temple Chapel Monument Memorial Stadium Arena Theater Theatre Gallery Hall Academy Institute Clinic Pharmacy
Laboratory Observatory Zoo Aquarium
"""
_NOT_FIRST = """
Dear Hello Hi Hey The This That New Old San Los Las Saint Mount Fort Port Lake North South East West United
Great General Chief Senior Junior Google Apple Microsoft Amazon Open Visual Red Blue Green Black White Golden
Silver Happy Merry Good Best Kind Warm Many Big Little Customer Account Project Team Sales Product Service
Support Data Machine Deep Internal External Public Private Monday Tuesday Wednesday Thursday Friday Saturday
Sunday January February March June July August September October November December No Not Yes Please Thanks
Thank Sorry Our Your My His Her Their Its We You They He She It In On At To From For By With Of As If When While
After Before Since Until Because And But Or So Then Than There Here What Where Who Which Why How Is Are Was Were
Be Been Has Have Had Do Does Did Can Could Will Would Shall Should May Might Must Let Get Set Error Warning Info
Debug Note See Read Click Press Use Add Remove Update Delete Create Edit View Save Load Start Stop Run Build
Test Check Call Send Ask Tell Meet Contact Regards Sincerely Order Invoice Ticket Case Name First Last Full User
Admin Guest Main High Low Grand Central Royal Air Sea Sun Star Sky Street Road Bank Human Technical Executive
Vice Assistant Sir Madam Mr Mrs Ms Miss Mx Dr Prof Professor Capt Captain Lt Sgt Rev Hon Judge Senator Nurse
Officer Detective Coach Employee Patient Passenger Client Applicant Student Tenant Member Driver Manager Spouse
Author Reporter Reviewer Assignee Beneficiary Plaintiff Defendant Witness Attorney Agent Reach Holder President
Director Doctor Physician Guardian Teacher Engineer Analyst Designer Developer Victim Suspect Resident Candidate
Signed Cc Bcc Attn Yours Cheers Ship Bill Sold Prepared Approved Assigned Speaker Host Organizer Attendees
Participants Present Passengers
"""


class EnglishLexicon(NamedTuple):
    """The tables as sets, ready for look-up."""

    first_names: frozenset[str]
    not_last: frozenset[str]
    not_first: frozenset[str]
    ambiguous: frozenset[str]


@cache
def english_lexicon() -> EnglishLexicon:
    """Build the look-up sets once."""
    return EnglishLexicon(
        frozenset(_FIRST.split()),
        frozenset(_NOT_LAST.split()),
        frozenset(_NOT_FIRST.split()),
        frozenset(_AMBIGUOUS.split()),
    )
