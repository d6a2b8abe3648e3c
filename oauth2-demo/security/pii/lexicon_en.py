"""Frozen tables for English names: common first names as evidence, and words that make a pair of capitals no name."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import NamedTuple

from oauth2_demo.security.pii.lexicon_family import family_names
from oauth2_demo.security.pii.lexicon_given import given_names

_FIRST = """
Wesley Desmond Gareth Rohan Conor Kwame Julian Trevor Beatrice Gideon Marguerite Edwina Lamar Leopold Ramona Ansel
Odette Mikhail Bernard Celia Prudence Bianca Joanna Minsu Astrid Tova Amir Paulo Elise Kieran Siobhan Declan Niamh
Aoife Fergus Angus Hamish Rhys Dafydd Gwyneth Percy Cedric Rupert Alistair Cyril Edmund Roland Winston Dominic
Bartholomew Cornelius Thaddeus Reginald Mortimer Quentin Sebastian Xavier Maximus Augustus Silas Ezra Asher Jonah Abel
Enoch Malachi Tobiah Yusuf Tariq Khalid Rashid Nasser Farid Samir Karim Hamza Bilal Imran Zahra Noor Amina Khadija
Salma Yasmin Rania Dalia Nadine Leyla Deniz Emre Mehmet Ayse Zeynep Kofi Kwesi Ama Abena Chidi Ngozi Emeka Adaeze
Olumide Temitope Folake Babatunde Thabo Sipho Nomsa Lindiwe Anneke Pieter Willem Jeroen Femke Sanne Joost Maarten Bram
Sofie Freya Signe Bjorn Magnus Torsten Anders Mikkel Soren Henrik Aino Eero Jukka Matti Pekka Katarzyna Agnieszka
Piotr Krzysztof Tomasz Wojciech Zofia Vaclav Jiri Petra Lenka Zoltan Istvan Katalin Dimitris Yiannis Eleni Kostas
Bogdan Mihai Ioana Andrei Alina Oksana Olena Taras Dmytro Anya Yelena Galina Ludmila Vladimir Yuri Oleg Kenta Haruto
Yui Aoi Naoko Tomoko Satoshi Makoto Ryota Minh Thanh Linh Huong Tuan Nguyen Anh Somchai Siti Budi Dewi Agus Maricel
Jomar Rodrigo Thiago Joao Beatriz Guilherme Valentina Camila Mateo Santiago Emiliano Ximena Guadalupe Esperanza
Consuelo Dolores Graciela Ignacio Rogelio Salvador Ernesto Armando Raul Ramon James Robert John Michael David William
Richard Joseph Thomas Christopher Charles Daniel Matthew Anthony Steven Paul Andrew Joshua Kenneth Kevin Brian George
Timothy Ronald Edward Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin
Samuel Gregory Alexander Patrick Raymond Jack Dennis Jerry Tyler Aaron Jose Adam Nathan Henry Zachary Douglas Peter
Kyle Noah Ethan Jeremy Walter Christian Keith Roger Terry Sean Gerald Carl Harold Dylan Arthur Lawrence Jordan Jesse
Bryan Billy Bruce Gabriel Joe Logan Alan Juan Albert Willie Elijah Wayne Randy Vincent Mason Roy Ralph Bobby Russell
Bradley Philip Eugene Liam Oliver Lucas Owen Caleb Isaac Luke Evan Connor Adrian Oscar Felix Leo Theo Theodore Hugo
Marcus Omar Ahmed Mohammed Muhammad Ali Hassan Ibrahim Yusuf Raj Ravi Arjun Rahul Amit Sanjay Vijay Anil Sunil Wei Jun
Hiroshi Kenji Takeshi Yuki Chen Ivan Dmitri Sergei Nikolai Boris Igor Pavel Jan Lars Sven Erik Arne Olaf Hans Klaus
Jurgen Stefan Matthias Tobias Florian Maximilian Lukas Pierre Jean Jacques Michel Philippe Laurent Antoine Luca Marco
Giovanni Giuseppe Paolo Matteo Carlos Luis Miguel Jorge Pedro Diego Javier Fernando Alejandro Ricardo Eduardo Rafael
Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Sandra Margaret Ashley
Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Dorothy Amy Kathleen
Angela Shirley Emma Brenda Pamela Nicole Anna Samantha Katherine Christine Helen Debra Rachel Carolyn Janet Maria
Catherine Heather Diane Olivia Julie Joyce Victoria Ruth Virginia Lauren Kelly Christina Joan Evelyn Judith Andrea
Hannah Megan Cheryl Jacqueline Martha Madison Teresa Gloria Sara Janice Ann Kathryn Abigail Sophia Frances Jean Alice
Judy Isabella Julia Grace Amber Denise Danielle Marilyn Beverly Charlotte Natalie Theresa Diana Brittany Doris Kayla
Alexis Lori Marie Ava Mia Chloe Zoe Lily Ella Nora Leah Claire Lucy Ellen Simone Olga Natasha Irina Svetlana Elena
Katya Tatiana Ingrid Astrid Greta Heidi Ursula Sofia Lucia Carmen Rosa Ana Isabel Fatima Aisha Layla Leila Zainab
Priya Anjali Deepa Kavita Neha Pooja Sunita Mei Ling Yuko Sakura Akiko Naomi Amelia Harper Aria Scarlett Hazel Violet
Aurora Stella Penelope Eleanor Audrey Bella Caroline Kennedy Allison Gabriella Peter Simon Martin Colin Graham Ian
Neil Stuart Trevor Nigel Clive Derek Geoffrey Howard Leonard Norman Stanley Fiona Gemma Imogen Joanna Kirsten Lorraine
Miranda Nadia Phoebe Rosemary Sabrina Tamara Vanessa Wendy Yvonne Bridget Cecilia Daphne Edith Felicity Gwen Harriet
Iris Josephine Kate Katie Jane Anne Maya Jasmine Molly Monica Tara Tracy Tina Tanya Sally Robin Rita Renee Regina
Paula Peggy Miriam Marion Lydia Lillian Kristen Jill Holly Hugh Gavin Fred Frank Francis Ernest Elliot Elliott Edwin
Edgar Dean Dale Craig Clifford Clarence Chad Cameron Calvin Byron Brett Brent Brad Blake Barry Austin Alvin Alfred
Alex Andre Chris Dan Dave Ben Bob Bill Jim Jimmy Mike Matt Nick Rob Ron Sam Steve Ted Tim Tom Tony Will Ken Greg Josh
Jeff Jeremiah Levi Micah Nathaniel Wyatt Hunter Carter Cole Chase Gavin Minjun Jiwoo Seojun Jihoon Minji Jisoo Hyejin
Sujin Minho Jaehyun Sungmin Eunji Yuna Hana Soyeon Donghyun Youngho Kyung Jae Min Ji Hyun Seung Sung Young Hye Eun Soo
April May June Hope Faith Summer Autumn Dawn Ruby Pearl Opal Heath Clay Cliff Chip Art Gene Guy Ray Dick Drew Grant
Miles Norm Pierce Reed Rusty Sandy Ty Wade Ward Brooke Brooks Paige Page Sky Skye Star Sunny Trinity Destiny Mercy
Charity Chastity Constance Patience Melody Harmony Ginger Olive Poppy Daisy Ivy Fern Heather Laurel Myrtle Bjorn Björn
Jörg Jürgen Günter Günther Käthe Lukáš Łukasz Małgorzata Józef Stanisław André François Françoise René Renée Chloé Zoë
Zoé Noémie Hélène Irène Élise Éric Étienne Jérôme Gérard Benoît Cédric Frédéric Sébastien Stéphane Amélie Inès José
María Jesús Ángel Andrés Raúl Iván Óscar Rubén Sofía Lucía Mónica Verónica Ramón Tomás Nicolás Sebastián Joaquín Inés
João Antônio Conceição Søren Jørgen Åsa Åke Örjan Göran Håkan Mårten Léa Théo Maël Gaël Loïc Anaïs Oleksandr Oleksiy
Andriy Volodymyr Serhiy Mykola Kateryna Iryna Nataliya Yulia Anastasia Ekaterina Mikhail Konstantin Giulia Chiara
Francesca Alessandro Lorenzo Davide Simona Federica Giorgio Stefano Roberto Claudia Silvia Paola Anita Bruna Renata
Marcelo Fabio Bruno Vikram Suresh Ramesh Mahesh Rajesh Dinesh Ganesh Manish Ashok Anand Aditya Rohit Nikhil Karthik
Ananya Aishwarya Divya Lakshmi Meera Nisha Rekha Shreya Swati Xiu Xin Yan Ying Jing Hui Ming Qiang Fang Hong Lan Mai
Callum Ewan Finlay Iain Euan Rory Cormac Padraig Sinead Orla Ciara Caitlin Deirdre Maeve Eilidh Morag Carys Sian
Bethan Gethin Emyr Brianna Courtney Erin Tiffany Crystal Alicia Kelsey Alyssa Jocelyn Vivian Marjorie Bonnie Roberta
Dolly Wilma Lois Norma Erica Sheila Yvette Darlene Gail Loretta Sylvia Ethel Thelma Geraldine Jeanette Bertha Elsie
Gertrude Agnes Vera Hilda Glenn Allen Marvin Melvin Herbert Lloyd Leon Leroy Lewis Louis Floyd Gordon Glen Warren
Clyde Vernon Lester Milton Claude Darrell Darryl Duane Todd Troy Travis Terrence Cody Dustin Derrick Jared Jamie Casey
Corey Cory Shane Shawn
Aaliyah Abdul Abdullah Abdulla Abigael Adaora Adelaide Adele Adelina Adeline Aditi Adnan Adriana Adrienne Agata Ahmad
Aiden Aidan Aileen Aisling Akash Akira Aleksander Aleksandra Alejandra Alessandra Alessia Alexandra Alexandre
Alexandria Alfonso Alfredo Alison Allegra Alma Alonso Alvaro Amadou Amara Amelie Amira Andreas Andreea Andrej Andrzej
Anelise Angelica Angelina Angelo Anika Aniket Anja Anke Annabel Annabelle Annalise Annette Annie Annika Anouk Anthea
Antoinette Anton Antonia Antonio Anwar Archie Ariana Arianna Ariel Arjan Arlene Arlo Armand Arnaud Arnav Arno Arnold
Arturo Arvind Asha Ashwin Asif Asma Athena Atsuko Aubrey Audra Augusta Augustin Aurelia Aurelie Aurelien Avery Aylin
Ayodele Azadeh Aziz Barnaby Barney Bartosz Basil Bea Beata Beatrix Becky Belinda Benedict Benedikt Benito Benny
Bernadette Bernardo Bernd Bert Bertrand Bess Beth Betsy Bettina Bharat Bilge Birgit Bjarne Blanca Blanche Bogumil
Bonita Boyd Bradford Brandi Brandy Branko Breanna Brenna Brianne Brigitte Britt Bronwyn Bryce Bryn Bryony Burak Cara
Carina Carla Carlo Carlota Carlton Carly Carmel Carolina Carsten Cassandra Cassie Catalina Catarina Cathal Cathy
Catriona Cecil Celeste Celine Cem Cesar Chandra Chantal Charlene Charlie Charmaine Chelsea Chetan Chiamaka Chidinma
Chinedu Chinwe Chiyo Christa Christel Christiane Christoph Christophe Christy Chuck Cindy Claes Clara Clarissa Claus
Clement Clementine Cleo Clint Clinton Colette Colleen Connie Conrad Cora Coral Cordelia Corinne Cornelia Cosima
Cristian Cristiano Cristina Cyrus Czeslaw Daisuke Damian Damien Damon Dana Dani Daniela Daniele Danilo Danny Dante
Daria Darius Darko Darnell Darren Darya Daryl Dawid Dawson Debbie Delia Della Delphine Demetrius Denis Derya Desiree
Detlef Devin Devon Dexter Dianne Dieter Dilip Dimitar Dimitri Dina Dinah Dirk Dmitry Domenico Dominik Dominika
Dominique Donald Donatella Donovan Dora Doreen Dorian Dorota Dragan Dusan Dwayne Dwight Ebony Ed Eddie Edie Edmond
Edna Eduard Edwige Effie Eileen Eiko Elaine Eleanora Elias Elina Elisa Elisabeth Eliza Elke Ellie Elmer Elodie Eloise
Elsa Elspeth Elton Elvira Elvis Emanuel Emile Emilia Emilie Emilio Emine Emmanuel Emmett Enda Engin Enid Enrico
Enrique Enzo Ercan Erich Erika Ernestine Errol Esmeralda Estelle Esther Etta Eugenia Eunice Eva Evangeline Evelina
Everett Ewa Ezekiel Fabian Fabiana Fabienne Fadi Faisal Farah Farhan Farouk Faye Federico Felicia Felipe Ferdinand
Fergal Fernanda Filip Filippo Finn Finnian Flavia Flavio Fletcher Flora Florent Florin Foster Francesco Francisca
Francisco Franco Francois Franka Franklin Franz Freddie Freddy Frederic Frederick Fredrik Frida Frieda Fritz Fumiko
Gabriela Gabriele Gaurav Genevieve Georg Georgia Georgie Georgina Gerardo Geraint Gerd German Germaine Gerry Gertrud
Giacomo Gianluca Gianni Gilbert Giles Gillian Gina Giorgia Giovanna Gisela Giselle Glenda Glenys Glynn Gonzalo Goran
Gottfried Greer Gretchen Grzegorz Guido Guillaume Guillermo Gulsen Gunnar Gunther Gus Gustav Gustavo Gwendolyn Gwenyth
Hadley Haley Hakan Halina Hamid Hanna Hannes Hannelore Haris Harish Harri Harry Haruka Haruki Harvey Hasan Hattie
Heike Hein Heinrich Heinz Helena Helene Helga Helmut Hendrik Henk Henri Henrietta Henrike Herman Hermann Hernan Hilary
Hilde Hildegard Hiroko Hiroki Hitoshi Holger Horace Horst Hortense Hubert Huda Hugues Humphrey Hung Huseyin Ida Idris
Ignatius Ikenna Iker Ileana Ilse Imani Ines Inga Inge Inger Ingo Ioannis Ipek Ira Irena Irene Irma Irving Irwin Isaiah
Isaura Ishaan Isla Ismael Ismail Isobel Isolde Itzel Ivana Ivo Iwona Izabela Jace Jackie Jacinta Jackson Jacqui Jada
Jade Jaden Jagdish Jaime Jakob Jakub Jamal Jamila Jana Janelle Janett Janez Janina Janis Janko Janusz Jarek Jaroslav
Jasper Javed Jaya Jayden Jayne Jeanne Jeannie Jelena Jemima Jenna Jennie Jenny Jens Jess Jessie Jett Jimena Jitendra
Jo Joachim Joanne Joaquin Jochen Jodie Joel Joelle Joey Johan Johann Johanna Johannes Johnathan Johnnie Johnny Jolanta
Jolene Jonas Jonathon Joris Josef Josefa Josefina Joselyn Josep Josie Josue Jozef Juanita Judah Judd Jude Judit Jules
Juliana Julianna Julien Juliet Juliette Julio Julius Juri Justine Justyna Jutta Kai Kaito Kamal Kamil Kamila Kara
Karan Kareem Karel Karin Karina Karl Karla Karol Karolina Karsten Kaspar Kasper Katarina Katharina Katharine Kathy
Katja Katrin Katrina Kay Kaya Kazuki Kazuko Keegan Keiko Keira Keisha Kelechi Kelvin Kendall Kendra Kerry Kerstin
Khalil Kian Kiara Kim Kiran Kirk Kirsty Kit Klara Koji Konrad Kris Krishna Krista Kristian Kristin Kristina Kristof
Kristoffer Kristy Krystyna Kunal Kurt Kwabena Kyoko Kyra Lachlan Lana Lance Lara Larissa Lasse Latoya Laurence Laurie
Lavinia Lawson Lea Leander Leandro Leanne Leena Leif Lena Lenore Lenny Leona Leonardo Leonie Leonor Leslie Leticia
Letizia Lexi Liana Lidia Lieselotte Lilian Liliana Lilith Lilly Lina Lindsay Linus Linnea Lionel Lisbeth Livia Liz
Liza Ljubica Lola Lorcan Lore Lorena Lorna Lothar Lottie Lou Louella Louisa Louise Luana Luc Lucian Luciana Luciano
Lucie Lucien Lucille Lucinda Ludwig Luigi Luisa Luka Lutz Luz Lyle Lynda Lynn Lynne Mabel Mackenzie Maddison Madeleine
Madeline Madhu Mads Magda Magdalena Maggie Maja Makena Malcolm Malik Mallory Malte Mandy Manfred Manoj Manon Manuel
Manuela Mara Marc Marcel Marcela Marcella Marcia Marcin Marcos Marek Margarita Margaux Margot Mariam Mariana Marianne
Maribel Marieke Mariella Mariko Marina Mario Marisa Marisol Marit Marius Mark Marko Marla Marlene Marlon Marta Martijn
Martina Maryam Masako Massimo Mateusz Mathias Mathieu Mathilde Matias Matilda Matthijs Maud Maura Maureen Maurice
Mauricio Mauro Mavis Maxine Mayumi Megumi Mehdi Melanie Melinda Melina Melvyn Mercedes Meredith Merle Merlin Merve
Micaela Michaela Michail Michal Michele Micheline Mick Mickey Mihaela Mika Miki Mikael Mikko Milan Milena Mildred
Millicent Millie Milo Mimi Mina Mindy Minerva Mira Mireille Mirek Mirko Miroslav Mitchell Mitsuki Mohamed Mohammad
Mohan Moira Moises Mona Monika Monique Morgan Moritz Morris Moses Muhammed Muriel Murray Mustafa Myra Myron Nadezhda
Nadja Nadir Naima Nam Nanette Narges Nasreen Nasrin Nat Natalia Nathalie Naveed Neal Ned Neda Nellie Nelly Nelson
Nerys Nessa Nestor Neve Ngoc Nia Nicky Nico Nicola Nicolas Nicoletta Niels Nika Nikita Nikki Niklas Nikola Nikolaos
Nikos Nils Nina Nita Nitin Noel Noelle Nolan Norbert Noreen Nuno Nuria Nur Octavia Odile Olav Oleksii Olivier Olof
Oona Ophelia Orlando Orson Osman Oswald Otis Otto Oyelaran Ozlem Pablo Padma Paloma Panagiotis Pankaj Pascal Pasquale
Patrice Patricio Patrik Patsy Paulette Paulina Pauline Per Perla Pernilla Perry Petar Pete Petr Petros Petter Phil
Philippa Phillip Phyllis Pia Pilar Piers Piet Pippa Polly Prakash Pranav Prasad Preston Priscilla Priyanka Przemyslaw
Queenie Quincy Quinn Rachael Radek Radoslaw Rafal Rafe Raffaele Ragnar Rahel Raina Raisa Rajan Ramin Ranjit Raphael
Raquel Rashida Rasmus Raven Ravindra Raymundo Reagan Rebekah Rebeka Reggie Reiko Reina Reiner Reinhard Reinhold Remi
Remy Rena Renato Renzo Reuben Rex Rhea Rhett Rhiannon Rhoda Rhona Rhonda Ricarda Ricky Rik Riley Rina Ritika Ritu
Robbie Rocco Rochelle Rod Roderick Rodney Rogerio Rolf Roman Romain Romeo Ronan Ronny Rosalia Rosalie Rosalind Rosario
Rosie Roslyn Ross Rowan Rowena Roxana Roxanne Ruben Rudolf Rudy Rufus Rune Ruslan Russ Ruta Sabine Sachiko Sadia Saeed
Safiya Saif Salim Salman Salvatore Sami Samina Samira Samson Sander Sandeep Sandro Sangeeta Sania Sanjeev Santosh
Sarita Sascha Sasha Saskia Saul Savannah Seamus Sebastien Selena Selma Sergio Seth Shanaya Shania Shannon Shari Sharif
Sharmila Shaun Shauna Sheena Shelby Sheldon Shelley Sheri Sherri Sherry Shigeru Shinji Shirin Shlomo Shoshana Shruti
Shu Sibel Sidney Siegfried Sigrid Silke Silvana Silvio Siri Siv Solange Solomon Sonia Sonja Sophie Soraya Spencer
Stacey Stacy Stan Stefanie Stefania Steffen Stelios Stephane Stephan Sterling Stewart Stig Stine Subhash Sue Suki
Sumit Sumitra Sunniva Susana Susanna Susanne Susie Suzan Suzanne Svenja Sybil Sylvain Sylvester Sylvie Tabitha Tadashi
Tadeusz Taiwo Takashi Takumi Talia Tam Tamsin Tania Tanisha Tanvi Tasha Tatjana Tatsuya Tatum Teddy Temperance Teo
Teodora Terence Teri Terri Tess Tessa Tetsuya Thandi Thea Theodor Theodora Thibault Thilo Thom Thorsten Tiago Tiberiu
Tiina Timo Timothee Tirza Titus Toby Toivo Tomas Tomek Tommaso Tommy Toni Tonya Toomas Torben Tore Toshiko Tracey
Trent Tricia Trina Trish Trisha Tristan Trond Trudy Tuomas Tuva Tyra Tyrone Udo Ulf Ulrich Ulrike Umar Uma Umberto Una
Upendra Usha Uwe Valeria Valerie Valerio Valery Vanda Vasile Vasiliki Vasily Veerle Velma Venkat Venkatesh Verena
Verity Veronika Veronique Vicente Vicki Vickie Vicky Victor Vidar Vikas Viktor Viktoria Vinay Vince Vincenzo Vinod
Viola Violeta Virgil Virginie Vishal Vito Vivek Viveka Viviana Vivienne Vlad Vladislav Vojtech Volker Walid Wallace
Wanda Warwick Waseem Wassim Wayan Wendell Werner Whitney Wieslaw Wiktor Wilfred Wilfrid Wilhelm Wilhelmina Wim
Winifred Winnie Wioletta Wojtek Wolfgang Woodrow Xanthe Xavi Yael Yahya Yannick Yara Yaroslav Yash Yasin Yasmine
Yasuko Yetunde Yoko Yolanda Yoshiko Yousef Youssef Yosef Yumi Yunus Yuriko Yusra Yves Zac Zachariah Zack Zaid Zain
Zane Zara Zayn Zeb Zelda Zenobia Zev Zia Zita Zlatko Zoran Zoya Zsofia Zuzana Zygmunt
"""
# Surnames of the United States and Britain in the order of their frequency (census of 2010), with others common there.
_LAST = """
Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson
Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young
Allen King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter
Roberts Gomez Phillips Evans Turner Diaz Parker Cruz Edwards Collins Reyes Stewart Morris Morales Murphy Cook Rogers
Gutierrez Ortiz Morgan Cooper Peterson Bailey Reed Kelly Howard Ramos Kim Cox Ward Richardson Watson Brooks Chavez
Wood James Bennett Gray Mendoza Ruiz Hughes Price Alvarez Castillo Sanders Patel Myers Long Ross Foster Jimenez Powell
Jenkins Perry Russell Sullivan Bell Coleman Butler Henderson Barnes Gonzales Fisher Vasquez Simmons Romero Jordan
Patterson Alexander Hamilton Graham Reynolds Griffin Wallace Moreno West Cole Hayes Bryant Herrera Gibson Ellis Tran
Medina Aguilar Stevens Murray Ford Castro Marshall Owens Harrison Fernandez McDonald Woods Washington Kennedy Wells
Vargas Henry Chen Freeman Webb Tucker Guzman Burns Crawford Olson Simpson Porter Hunter Gordon Mendez Silva Shaw
Snyder Mason Dixon Munoz Hunt Hicks Holmes Palmer Wagner Black Robertson Boyd Rose Stone Salazar Fox Warren Mills
Meyer Rice Schmidt Garza Daniels Ferguson Nichols Stephens Soto Weaver Ryan Gardner Payne Grant Dunn Kelley Spencer
Hawkins Arnold Pierce Hansen Peters Santos Hart Bradley Knight Elliott Cunningham Duncan Armstrong Hudson Carroll Lane
Riley Andrews Alvarado Ray Delgado Berry Perkins Hoffman Johnston Matthews Pena Richards Contreras Willis Carpenter
Lawrence Sandoval Guerrero George Chapman Rios Estrada Ortega Watkins Greene Nunez Wheeler Valdez Harper Burke Larson
Santiago Maldonado Morrison Franklin Carlson Austin Dominguez Carr Lawson Jacobs OBrien Lynch Singh Vega Bishop
Montgomery Oliver Jensen Harvey Williamson Gilbert Dean Sims Espinoza Howell Li Wong Reid Hanson Le McCoy Garrett
Burton Fuller Wang Weber Welch Rojas Lucas Marquez Fields Park Yang Little Banks Padilla Day Walsh Bowman Schultz Luna
Fowler Mejia Liu Zhang Lin Huang Wu Zhao Chang Chan Ho Cheng Sun Zhou Xu Gao Ma Hu Guo Luo Tan Lim Suzuki Sato Tanaka
Takahashi Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida Yamada Sasaki Mori Shah Kumar Sharma Gupta Mehta Reddy
Iyer Rao Nair Das Verma Joshi Desai Kapoor Malhotra Chopra Banerjee Mukherjee Khan Ahmed Hussain Malik Sheikh Rahman
Chowdhury Iqbal Okafor Okeke Adeyemi Mensah Owusu Boateng Mbeki Dlamini Nkosi Moyo Schneider Fischer Becker Schulz
Koch Richter Klein Wolf Neumann Schwarz Zimmermann Braun Krüger Müller Schäfer Bauer Kaiser Dubois Durand Leroy Moreau
Laurent Lefebvre Lefevre Roux Girard Bonnet Lambert Fontaine Rousseau Rossi Russo Ferrari Esposito Bianchi Romano
Colombo Ricci Marino Greco Conti Costa Novak Kowalski Nowak Wisniewski Wojcik Lewandowski Zielinski Petrov Ivanov
Smirnov Kuznetsov Popov Volkov Kovalenko Shevchenko Melnyk Bondarenko Larsen Andersen Nielsen Pedersen Christensen
Sorensen Johansson Andersson Karlsson Nilsson Eriksson Lindberg Lindqvist Berg Dahl Haugen Virtanen Korhonen Jansen
Visser Bakker Smit Mulder Bos Vos Peeters Janssens Maes OConnor OSullivan ONeill Doyle McCarthy Gallagher Doherty
Byrne Fitzgerald MacDonald Mackenzie Sutherland Davies Griffiths Hopkins Pritchard Ashworth Whitfield Pemberton
Barrett Bates Beck Benson Blair Bond Bowen Boyle Brady Brennan Briggs Bryan Burgess Burke Byrd Cain Caldwell Cameron
Cannon Carson Chambers Chandler Christensen Clarke Clayton Conner Conway Craig Curtis Dawson Douglas Drake Erickson
Farmer Farrell Fleming Fletcher Floyd Flynn Francis Frank Frazier French Gallegos Gibbs Goodman Goodwin Graves Greer
Gross Hale Hammond Hampton Hardy Harmon Harrington Hodges Hogan Holland Holloway Holt Hoover Horton Houston Howe
Hubbard Ingram Jennings Keller Kerr Klein Lamb Lambert Leonard Lindsey Lloyd Logan Love Lowe Lyons Mack Malone Mann
Manning Marsh Massey Maxwell May McBride McCormick McDaniel McGee McKenzie McKinney McLaughlin McLean Miles Monroe
Moody Morton Moss Mullins Nash Neal Newman Newton Noble Norman Norris Norton Oneal Osborne Page Parks Parsons Patrick
Patton Pearson Perkins Pittman Pope Potter Powers Pratt Quinn Ramsey Randall Reese Reeves Rhodes Robbins Roberson
Rodgers Roth Rowe Saunders Schroeder Schwartz Sharp Shelton Sherman Simon Sparks Steele Stevenson Stokes Summers
Swanson Sweeney Terry Thornton Todd Townsend Tyler Underwood Vaughn Wade Walls Walter Walton Warner Waters Watts Weiss
Wilkerson Wilkins Wolfe Yates York Zimmerman
Abbott Abdi Abdullah Abe Abrams Acosta Adamczyk Adeleke Agarwal Ahmad Ahn Aguirre Akhtar Albrecht Aldridge Ali Almeida
Alonso Alves Amari Ansari Anselm Antonov Appiah Aquino Archer Arroyo Asante Ashby Atkins Atkinson Avery Ayala Aziz
Bachmann Baird Baldwin Ballard Balogun Banda Barber Barker Barlow Barrera Barron Barry Bartlett Barton Bass Batista
Baxter Beasley Becerra Beltran Bender Benitez Benjamin Bentley Berger Bergman Bernard Bernstein Bhatt Bhattacharya
Bird Bjornson Blackburn Blackwell Blake Blanchard Blanco Blankenship Blevins Bolton Bonilla Booker Boone Booth Bowers
Bradshaw Bradford Brandt Branch Bravo Brewer Bridgewater Brock Browning Bruce Buchanan Buckley Bullock Burch Burnett
Burris Bustos Byers Cabrera Calderon Callahan Camacho Campos Cano Cantu Cardenas Carey Carlisle Carney Carrillo
Carvalho Casey Cervantes Chaudhary Chaudhry Cherry Chisholm Chu Church Cisneros Clements Cline Cobb Cochran Coffey
Cohen Colon Combs Compton Conley Connolly Connor Conrad Cooke Copeland Cordova Corrigan Cortes Cortez Corvalan Cote
Coughlin Craft Crane Cross Crosby Cuevas Cummings Cunha Curry Dalton Daly Danielsen Daugherty Davenport Davidson
Davila Davison Dejesus Delacruz Deleon Dempsey Dennis Dhillon Dickerson Dillon Dodson Donaldson Donnelly Donovan
Dorsey Dougherty Downs Drummond Duarte Dudley Duffy Duke Dunlap Dunne Duran Dyer Eastwood Eaton Ebert Eckert Eddy
Eklund Elias Elliot Ellison Emerson Engel English Engstrom Escobar Eze Faber Falk Farley Faulkner Faure Feldman Felix
Figueroa Finch Finley Fitzpatrick Fleck Forbes Fournier Fraser Franco Freedman Freitas Friedman Frost Fry Frye Fuchs
Fuentes Fujimoto Fukuda Gaines Galvan Gamble Garner Garrison Gates Gauthier Gentry Gentile Georgiou Gill Gillespie
Gilmore Glass Glenn Glover Goldberg Golden Goldstein Gomes Gonsalves Good Gould Grady Graf Grimes Grossman Guerra
Gustafson Haas Hahn Haley Hancock Hanna Harding Hardin Harrell Hartman Hartmann Harrop Hashimoto Haskins Hassan
Hasegawa Hatfield Hayashi Hayden Haynes Heath Hebert Heller Hendricks Hensley Herman Herring Hess Hester Hickman
Higgins Higuchi Hines Hinton Hobbs Hodge Hoekstra Hoff Hofmann Holden Holder Hollis Holm Holman Honda Hong Hood Hooper
Hopper Horn Horne Horvath House Howarth Huber Huerta Huff Huffman Hull Humphrey Hurley Hurst Hutchinson Hutchison
Huynh Ibarra Ibrahim Idowu Iglesias Imai Inoue Irwin Isaac Ishii Islam Iversen Ivy Jaber Jackman Jain Jansson Jarvis
Jean Jefferson Jha Johns Jokinen Joyce Juarez Kaminski Kane Kang Kaplan Karim Karlsen Katz Kaufman Kaur Kay Keane
Keating Keith Kemp Keyes Khalil Khumalo Kidd Kiely Kimura Kirby Kirk Kline Knapp Knox Koh Kovac Kovacs Kovar Kozlov
Kramer Krause Kristensen Krueger Kruger Kumari Kurtz Kuzma Kwan Kwok Lacroix Lake Lam Lancaster Landry Lang Lara
Larkin Larsson Lawal Leach Leblanc Lehmann Leon Levine Levy Lindgren Lindholm Lindsay Link Lister Livingston Lockhart
Lombardi Lombardo Lozano Lucero Ludwig Lund Lundgren Lutz Lyon Macias Mackay MacLeod Madden Madsen Magee Maher Mahoney
Maier Major Makinen Malloy Manzo Marin Marks Marques Marquardt Marsden Martel Martini Martins Masters Mata Mathews
Mathis Matsumoto Mayer Maynard Mayo Mazur McAllister McCall McCann McClain McClure McConnell McCormack McCullough
McDermott McDowell McGrath McGuire McIntosh McIntyre McKay McKee McKenna McManus McMahon McMillan McNeil McPherson
McQueen Meadows Medeiros Mehra Melendez Melton Melville Mendes Mercado Mercer Merritt Messina Metz Mikkelsen Milne
Minh Miranda Mishra Mohamed Molina Moller Montes Montoya Moon Moran Moretti Morin Morrow Mosley Moyer Mueller Muir
Muhammad Muller Munro Murata Murillo Musa Mwangi Myung Nagy Nakagawa Nakata Nassar Navarro Nava Naylor Nelsen Ng
Nicholson Nielson Nixon Nolan Noonan Nordstrom Novotny Nunes Nwosu Oakley Obi Ochoa Odom Ogawa Ogden Okada Okonkwo
Oleary Oliveira Olsen Olsson ODonnell OKeefe OMalley ONeil OReilly ORourke Orozco Orr Osman Osorio Ostrowski Otieno
Owen Oyelaran Pace Pacheco Paige Palacios Pandey Papadopoulos Pappas Parekh Parrish Pate Paul Paulsen Pavlov Peck
Pedroza Pelletier Pennington Penrose Pereira Petersen Petit Petty Pham Phan Phelps Phipps Piazza Pickett Pieters
Pineda Pinto Pires Pollard Ponce Poole Popescu Potts Prasad Preston Prince Proctor Pruitt Pugh Purcell Qureshi
Quintero Radcliffe Raman Ramachandran Randolph Rangel Rasmussen Ravenscroft Raymond Reeve Regan Reilly Reinhardt
Ribeiro Richard Richmond Riddle Ritchie Ritter Rivas Roach Robles Rocha Roche Rodrigues Rollins Roman Rosales Rosario
Rosen Rosenberg Rosenthal Rowland Roy Rubin Rubio Rush Rutherford Rutledge Saari Sadler Saeed Saito Salas Salinas
Salgado Samuels Sampson Sandhu Santana Sarkar Savage Sawyer Schaefer Schafer Schmitt Schmitz Schreiber Schroder
Schubert Schuster Schwab Sellers Serrano Sethi Sexton Shaffer Shaikh Shannon Shea Shepherd Sherwood Shields Shimizu
Short Siddiqui Simmonds Simms Sinclair Singleton Skinner Slater Sloan Small Snow Solis Solomon Sosa Sousa Spears
Stafford Stanton Stark Stein Steiner Stephenson Stern Stout Strickland Stuart Suarez Sundberg Svensson Swan Sykes
Szabo Tait Takeda Talbot Tamura Tapia Tate Tavares Teixeira Templeton Tennant Terrell Thapa Thakur Thorne Thornhill
Thorpe Tierney Timmons Todorov Toth Tovar Tracey Trevino Trujillo Truong Tsai Tyson Ueda Ullah Upton Uribe Valdes
Valencia Valentine Valenzuela Van Vance Vaughan Velasquez Velez Venter Vermeulen Vernon Vetter Vidal Villa Villanueva
Villarreal Vincent Virtue Vogel Voigt Vogt Waller Walters Ware Webber Webster Weinberg Weinstein Weir Wendt Westbrook
Wheatley Whitaker Whitehead Whitley Whitney Whittaker Wiggins Wilcox Wilder Wiley Wilhelm Wilkes Wilkinson Willard
Winkler Winter Winters Wise Witt Wolff Womack Woodard Woodward Wooten Worthington Wyatt Wynn Xiao Xie Yamaguchi
Yamashita Yilmaz Yoder Yoon Younes Yu Yuan Zamora Zapata Zavala Zeller Zeng Zheng Zhu Ziegler Zimmer
"""
# Surnames that name places and things as often: beside a first name they need something else to speak for a person.
_LAST_AND_THING = """
Hall Hill Park Parks Banks Lane Day Page Field Fields Lake Church Temple Castle Law Case Best Price Bill Post Street
House Court Bridge Bridges Rivers Waters Forest Garden Gardner Gold Silver Bar Book Key Keys Light Power Rule Sharp
Head Root West North Great Little Young Pool Stock Marks Bank Beach Bush Green
"""
# The same of the surnames of the world, and given names of the world that are words or places.
_WORLD_LAST_AND_THING = """
Adler Ai Akin An Arena Armani Au Ay Ba Baron Barrow Bas Basic Begin Benz Bi Birch Blank Bloom Bo Bold Bosch
Brand Brewster Bright Burden Burger Burgos Camp Can Cave Champion Chase Chester Chino Christ
Cleveland Cordoba Corona Cotton Croft Crow Daimler Darling Darwin Deal Deb Diamond Diesel Dodge
Drew Du Durham Dyson Eagle Edison Elder Er Falcon Fall Fan Ferry Fish Flint Flood Flowers Fontana Foo Fortune Fountain
Frame Freed Gage Gale Ge Germany Goes Goodyear Gore Goto Grass Grey Grob Grove Gun Ha Ham Hammer Hara Harp Hatch Hawk
Hay Hays Head Heinz Hilton Hugo Hyatt Ip Ireland Ivory Jack Ji Jobs Joiner Jolly Judge Julian Justice Ka Kale Kawasaki
Keen Kellogg Kent Kepler Key Kingston Knoll Ko Kraft La Laredo Law Lay Lemon Lever Lima Lo London Lord Ly
Mac Madison Madrid Maple Marriott Marshal Mead Means Medici Merchant Mi Mo Monk More Mount Mu Ni Norfolk Org Ou Oz
Paddock Painter Pan Paris Parish Part Parts Peacock Penn Pepper Person Phi Pike Ping Piper Plaza Pop Porsche Pound
Power Priest Pu Qu Quick Rand Rich Ridge Robin Royal Royce Ruff Rust Sa Said Salem Salmon Sample
Sands Sane Santa Sargent Scales Seals Self Sevilla Sharpe She Sheffield Shore Siemens Sierra Singer Smart So
Song Southern Spear Speed Stan Stanford Stanley Steel Sterling Steward Stock Storm Strand Strong Styles Su
Sweet Swift Sy Ta Tall Te Tempest Tesla Tiller To Toledo Touch Towns Trent Trout True Tu Tuck Urban
Usher Vera Victor Wales Wall Weeks Weston Wick Wilde Winchester Windsor Worthy Xi Ye Yi You Zulu
"""
_WORLD_AMBIGUOUS = """
Aad Abd Akin Alba Alexa Alpha Altin Amal Aman Ariane Arta Aster Ata August Aurea Azar Bahar Bao Bas Bela Belen Bile Bo
Burt Cary Chanel Chau Cherry Chester Chien Citra Clark Cleveland Colt Conn Cruz Dag Dahlia Danish Dara Dat Dede Desta
Diamond Dian Dixie Don Drake Dung Dwi Earl Earnest Easton Ece Eda Efa Efe Eka Ela Eli Elif Ember Emin Ender Eve Fanny
Fara Fatih Fleur Floor Flor Frankie Gabi Gage Gaia Gale Genesis Genet Gent Gila Gilda Gul Hadar Hale Harley Hector
Hermes Hoang Hoc Homer Houston Hudson Hue Iman India Intan Ion Israel Ivar Jet Jewel Journey Junior Juniper Justice
Kali Kenya Keren Kinda King Kingsley Kiri Knox Lam Lama Lane Lee Lennox Lev Lies Liv Loc Lucky Lyra Macy Mame Marley
Mate Melba Mele Merry Messiah Mile Minnie Misty Monroe My Nan Nana Naz Neo Nino Noe Nona Oakley Obi Octave Odd Ola Om
Orion Ove Paco Paisley Palmer Pam Pansy Paris Parker Paz Pim Piper Porter Portia Prem Prince Princess Prosper Rado Ram
Rama Ran Rein Remedios River Rocky Rose Rosetta Rudo Ryder Saber Sade Sage Said Salem Samara Sana Sari Sena Serenity
Shai Shay Shiva Silver Simba Sina Sol Sonny Sri Storm Sultan Surya Sydney Tali Taylor Terra Thai Thor Tin Tri Trinidad
Tu Tuna Uri Valencia Van Viet Vita Vy Walker Willow Wolf Wren Yen Zola Zora
"""
# Makers, banks, places and methods of science that bear two names.
_BRANDS = """
Charles Schwab, Morgan Stanley, Baker Hughes, Harley Davidson, Wells Fargo, Merrill Lynch, Eli Lilly, Walt Disney,
Edward Jones, Raymond James, Johns Hopkins, Carnegie Mellon, Jim Beam, Jack Daniels, Johnnie Walker, Johnny Walker,
Captain Morgan, Tim Hortons, Ralph Lauren, Calvin Klein, Tommy Hilfiger, Hugo Boss, Kate Spade, Michael Kors, Marc
Jacobs, Fred Perry, Ben Sherman, Louis Vuitton, Christian Dior, Giorgio Armani, Jimmy Choo, Tom Ford, Tory Burch, Vera
Wang, Alexander McQueen, Paul Smith, Levi Strauss, Mary Kay, Bobbi Brown, Laura Mercier, Max Factor, Charlotte
Tilbury, Elizabeth Arden, Estee Lauder, John Deere, John Lewis, William Hill, Freddie Mac, Fannie Mae, Sallie Mae,
Miranda Rights, Murphy Law, Charlie Brown, Peter Pan, Bloody Mary, Virgin Mary, Shirley Temple, Arnold Palmer, Jack
Russell, Granny Smith, Earl Grey, Oscar Mayer, Ben Franklin, Marie Curie, James Webb, James Bond, Herbert Smith, Grant
Thornton, Arthur Andersen, Simon Schuster, Harper Collins, Charlotte Douglas, Carl Zeiss, Adam Opel, Ben Nevis, Ann
Arbor, Donald Duck, Harry Potter, Tom Collins, Jack Frost, Miles Davis, Brooke Bond, Travis Perkins, Robin Hood,
Sherlock Holmes, Dow Jones, Ernst Young, Booz Allen, Aston Martin, Lockheed Martin, Norton Rose, Baker McKenzie, Allen
Overy, Clifford Chance, Floyd Warshall, Bellman Ford, Mann Whitney, Gauss Jordan, Martin Marietta, Johnson Matthey,
Rolls Royce, Mickey Mouse, Guy Fawkes, Oscar Wilde, Kim Chi, Kim Bap, Ray Ban, Kit Kat, Mercedes Benz, Virgin Active,
Florence Nightingale, Max Planck, Albert Heijn, Dirk Rossmann, Karl Lagerfeld, Philip Morris, Marks Spencer, Austin
Reed, Ted Baker, Paul Hartmann, Thomas Cook, Thomas Pink, Laura Ashley, Jo Malone, Russell Hobbs, Morphy Richards,
Fisher Price, Frank Russell, Franklin Templeton, Edmond de Rothschild, Oliver Wyman, Russell Reynolds, Spencer Stuart,
Robert Half, Robert Walters, Michael Page, Hays Travel, Trent Bridge, Uncle Ben, Aunt Jemima, Betty Crocker, Duncan
Hines, Dorothy Perkins, Steve Madden, Helena Rubinstein, Eddie Bauer, Carolina Herrera, Donna Karan, Perry Ellis,
Kenneth Cole, Paul Mitchell, John Frieda, Vidal Sassoon, Sally Hansen, Yves Rocher, Roberto Cavalli, Stella McCartney,
Vivienne Westwood, Karen Millen, Jack Wills, Jack Wolfskin, Ann Taylor, Lane Bryant, Betsey Johnson, Cole Haan, Allen
Edmonds, Sara Lee, Bob Evans, Sherwin Williams, Benjamin Moore, Ethan Allen, Peter Jones, Harvey Nichols, Robert Dyas,
Clinton Cards, Thomas Sabo, Georg Jensen, Emma Bridgewater, Cath Kidston, Liz Claiborne, Tommy Bahama, Ann Summers,
Rolf Benz, Franck Muller, Ulysse Nardin, Raymond Weil, Daniel Wellington, Olivia Burton, Alexander Wang, Rick Owens,
Jil Sander, Helmut Lang, Michael Hill, Ernest Jones, Warren James, Mary Quant, Nina Ricci, Pierre Cardin, Paco
Rabanne, Christian Louboutin, Christian Lacroix, Thierry Mugler, Sonia Rykiel, Manolo Blahnik, Gianni Versace, Emilio
Pucci, Stuart Weitzman, Rebecca Minkoff, Vince Camuto, Sam Edelman, Salvatore Ferragamo, Anna Sui, Karl Fischer,
Robert Bosch, Werner Mertz, Hans Grohe, Giuseppe Zanotti, Bruno Magli, Tommy Lee, Marie Callender, Jimmy Dean, Ben
Jerry, Dr Martens, Lewis Carroll, Virginia Woolf, Alpha Romeo, Alfa Romeo, Santo Domingo, Sierra Leone, Eid Mubarak,
Ramadan Kareem, Ramadan Mubarak, Newton Raphson, Gauss Seidel, Santos Laguna, Levenberg Marquardt, Kolmogorov Smirnov,
Shapiro Wilk, Kruskal Wallis, Diffie Hellman, Navier Stokes, Cauchy Schwarz, Guillain Barre, Epstein Barr, Ehlers
Danlos, Creutzfeldt Jakob, Fischer Tropsch, Michaelis Menten, Bose Einstein, Fermi Dirac, Hardy Weinberg, Hewlett
Packard, Procter Gamble, Smith Wesson, Barnes Noble, Baskin Robbins, Abercrombie Fitch, Cushman Wakefield, Jones Lang,
Bausch Lomb, Mason Dixon, Lewis Clark, Watson Crick, Sarbanes Oxley, Dodd Frank, Glass Steagall, Myers Briggs, Wendy
Burger, San Marino, San Diego, Santa Monica, Santa Clara, Santa Rosa, Costa Rica, Monte Carlo, Saint Lucia, Victoria
Beach
"""
# First names that are also words, places or brands: without a cue they prove nothing.
_AMBIGUOUS = """
Grace Jack Victoria Levi Chase Hunter Mason Carter Cole Dean Dale Amber Joy Joyce Lily Violet Iris Hazel Jasmine Robin
Will Bill Rob Austin Charlotte Madison Jordan Virginia Kennedy Logan Tyler Wayne Christian Jean Jack Holly Sally Molly
Aurora Stella Maya Julia Ling Mei Jun Min Young Sung Soo Hye Kyung Chen Ali Ana Ji Eun Jae Wei Chad Brad Brent Craig
Blake Frank Ernest Barry Dan Ken Pat Penny Rosemary Sofia Sophia Florence Diego Jose Juan Santa Peter Paul Francis
Martin Harper Aria Bella Caroline Penelope Carol Rosa Lucia Cameron Calvin Byron Clifford Stanley Howard Norman
Leonard Lincoln Jackson Jersey Owen Leo Theo Felix Oscar Hugo Marcus Emma Mike Alexis Sierra Max Alan Ada Raj Ravi
Luca Marco Ivan Boris April May June Hope Faith Summer Autumn Dawn Ruby Pearl Opal Heath Clay Cliff Chip Art Gene Guy
Ray Dick Drew Grant Miles Norm Pierce Reed Rusty Sandy Ty Wade Ward Brooke Brooks Paige Page Sky Skye Star Sunny
Trinity Destiny Mercy Charity Chastity Constance Patience Melody Harmony Ginger Olive Poppy Daisy Ivy Fern Laurel
Myrtle Mai Lan Hong Ming Fang Yan Jing Hui Crystal Tiffany Courtney Warren Gordon Lloyd Lewis Vernon Glen Allen Casey
Corey Cody Jamie Shane Bruno Lorenzo Claude Milton Clyde Anita Vera Gail Dolly Roberta Leon
German Major Angel Angelica Athena Ariel Chandra Chelsea Carmel Carolina Catalina Clinton Dakota Dallas Dawson Denver
Devon Dante Elvis Foster Franklin Georgia Jasper Kendall Lance Lexi Lourdes Mercedes Merlin Morris Murray Orlando Otto
Otis Paloma Pascal Phoenix Piers Preston Quincy Rex Rio Robbie Roman Rowan Rufus Savannah Saul Shelby Sidney Spencer
Sterling Stewart Titus Tracey Una Uma Vance Verity Viola Wallace Warwick Whitney Kim Kay Kit Kai Per Nur Nam Hung Tam
Tim Mark Marina Minerva Morgan Moses Nelson Octavia Ophelia Perla Pia Raven Reagan Siri Stan Trent Van Zen Basil
Clement Concord Consuela Cordelia Corona Coral Conrad Delia Delta Della Delphine Dominion Ed Electra Elmer Eva Flora
Florin Francisco Franco Gavin Geneva Ida Ira Indiana India Jade Jet Jo Judd Jude Juri Lena Lionel Lola London Lou
Lucas Luna Luz Lyle Maggie Mandy Mara Maxine Mercury Merle Mia Mickey Mika Mina Mira Mitchell Mona Nat Ned Nick Nico
Nina Noel Nova Patsy Percy Petr Remy Rod Ross Rosie Sasha Selma Shannon Sonia Sonja Stacy Ted Teddy Tina Toby Todd
Tommy Vega Vince Virgil Vito Wanda Winnie Woodrow
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
Build Cache Pool Thread Worker Handler Controller Factory Builder Adapter Proxy Gateway Router Balancer Cluster Node
Nodes Container Image Volume Pod Session Token Key Keys Secret Certificate Lock Timeout Exception Failure
Success Started Stopped Running Finished Failed Falls Period Plug Document Documents Untitled Adapter Jeans
Strauss Canyon Desert Ocean Forest Peninsula Gulf Coast Shore Harbor Port Isle Islands Springs Rapids Creek
Ridge Summit Peak Mountains Highlands Heights Village Town Borough Township Parish Palace Castle Cathedral
Temple Chapel Monument Memorial Stadium Arena Theater Theatre Gallery Hall Academy Institute Clinic Pharmacy
Laboratory Observatory Zoo Aquarium Optimizer Satellite Healer Healers
Oval Relay Reference Therapy Oil Ale Maker Clear Honey Scan Ounce Deco Nouveau Pad Chain Seed Wreath Sponge Leaves
Chorus Corporal Hole Dock Mix Prize Salad Tracing Fools Based Airlines Airways Rail Railway Motors Electric Energy Gas
Pipeline Protocol Convention Doctrine Treaty Accord Pact Auth Desktop Terminal Rank Trial Regression Correlation
Contest Landing Cheese Wine Beer Whisky Bread Cake Soup Sauce Juice Clinics Surgery Practice Dental Optical Vets
Veterinary Nursery Primary Secondary Grammar Infant Comprehensive Wing Suite Lodge Cottage Manor Grange Barn Mill Inn
Arms Tavern Brewery Vineyard Estate Estates Homes Housing Lettings Properties Builders Roofing Plumbing Heating
Flooring Logistics Freight Shipping Couriers Cleaning Catering Studios Records Films Pictures Choir Orchestra Quartet
Trio Festival Marathon Regatta Derby Trophy Stakes Sound Foundations Advisors Advisers Associates Consulting
Consultants Ventures Equity Securities Mutual Savings Lending Mortgage Realty Auto Motor Tyres Garage Tools Supply
Supplies Wholesale Outlet Boutique Salon Spa Gym Fitness Yoga Dance Sports Sport Toys Games Gaming Comics Biscuits
Chocolate Candy Foods Meats Dairy Bakery Deli Diner Bistro Kebab Noodles Pasta Barbecue Automate Illustrator Overflow
Lecture Symposium Seminar Workshop Awards Medal Fellowship Scholarship Conjecture Paradox Fallacy Razor Gambit
Maneuver Procedure Reflex Fracture Palsy Fever Virus Cove Glen Moor Wharf Quay Pier Marina Terrace Crescent Mews
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
Participants Present Passengers Hurricane Typhoon Cyclone Tropical Storm
Apache Mozilla Oracle Docker Ubuntu Debian Fedora Nvidia Intel Adobe Cisco Atlassian Elastic Redis Hashicorp Kubernetes
Linux Windows Android Cloudflare Netflix Spotify Samsung Hyundai Sony Toyota Honda Siemens
"""


class EnglishLexicon(NamedTuple):
    """The tables as sets, ready for look-up."""

    first_names: frozenset[str]
    not_last: frozenset[str]
    not_first: frozenset[str]
    ambiguous: frozenset[str]
    last_names: frozenset[str]
    last_and_things: frozenset[str]
    brands: frozenset[str]


# Letters that Unicode does not take apart into a Latin letter and a mark.
_LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae"}
)


def plain_letters(word: str) -> str:
    """Return a word without diacritics, as passports and keyboards abroad write it: `Wiśniewski`, `Wisniewski`."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word.translate(_LETTERS))
    return "".join(part for part in parts if not unicodedata.combining(part))


@cache
def english_lexicon() -> EnglishLexicon:
    """Build the look-up sets once."""
    things, not_last = frozenset(_LAST_AND_THING.split()), frozenset(_NOT_LAST.split())
    return EnglishLexicon(
        _plain(_FIRST) | given_names(),
        not_last,
        frozenset(_NOT_FIRST.split()),
        frozenset(f"{_AMBIGUOUS} {_WORLD_AMBIGUOUS}".split()),
        (_plain(_LAST) | family_names()) - (not_last - things),
        things.union(_WORLD_LAST_AND_THING.split()),
        frozenset(" ".join(brand.split()) for brand in _BRANDS.split(",")),
    )


def _plain(table: str) -> frozenset[str]:
    return frozenset((*table.split(), *map(plain_letters, table.split())))
