"""Family names of the world by language community, without diacritics, beyond those of `lexicon_en`."""

from __future__ import annotations

_CHINESE = """
Ai An Au Bai Bao Bi Bian Cai Cao Cen Chao Chau Che Cheong Cheung Chia Chiang Chien Chiu Choi Chong Chow Choy Chua Chui
Chung Cui Dai Deng Ding Dong Dou Du Duan Fan Fang Fei Feng Fong Foo Fu Fung Gan Ge Geng Goh Gong Gu Guan Han Hao Heng
Hou Hsiao Hsieh Hsu Hua Hui Hung Huo Ip Ji Jia Jian Jiang Jiao Jin Jing Kam Keung Khoo Ko Kong Koo Kuang Kuo Kwong Lai
Lau Lei Leong Leung Liang Liao Liew Ling Lo Loke Loo Lou Lu Lui Luk Lv Mak Mao Mei Meng Mi Miao Mo Mok Mu Ni Nie Ning
Niu Ong Ou Ouyang Pan Pang Peng Ping Poon Pu Qi Qian Qiao Qin Qiu Qu Quan Quek Ren Rong Ruan Seah Seow Shao She Shek
Shen Sheng Shi Shih Shum Shu Sima Situ Siu So Soh Su Sui Szeto Sze Tam Tang Tao Tay Teng Teo Teoh Tian Tieu Ting Tong
Tsang Tse Tseng Tsoi Tsui Tu Tung Wan Wei Wen Weng Woo Xi Xia Xiang Xin Xing Xiong Xue Yam Yan Yao Yap Ye Yeh Yeo
Yeung Yi Yim Yin Ying Yip Yiu You Yue Yuen Zha Zhan Zhong Zhuang Zhuge Zhuo Zong Zou Zuo
"""
_EAST_ASIA = """
Adachi Akiyama Amano Ando Aoki Aoyama Arai Arakawa Araki Asano Baba Chiba Chino Doi Endo Enomoto Fujii Fujimura
Fujisawa Fujita Fujiwara Fukui Fukushima Furukawa Goto Hamada Hamasaki Hara Harada Hashiguchi Hattori Hayakawa Higashi
Hino Hirai Hirano Hirata Hirose Hiroshige Hori Horie Horiuchi Hoshino Hosokawa Iida Iijima Ikeda Imamura Inagaki
Ishida Ishihara Ishikawa Iwai Iwamoto Iwasaki Iwata Kaneko Kaneshiro Kasai Katayama Kawada Kawaguchi Kawahara Kawai
Kawakami Kawamoto Kawamura Kawasaki Kikuchi Kinoshita Kishi Kishimoto Kitagawa Kitamura Koga Koike Koizumi Kojima
Komatsu Kondo Konishi Konno Koyama Kubo Kubota Kudo Kumagai Kuroda Kurokawa Kurosawa Maeda Maekawa Maruyama Masuda
Matsubara Matsuda Matsui Matsumura Matsunaga Matsuo Matsushita Matsuura Matsuzaki Mikami Minami Minamoto Miura
Miyagawa Miyake Miyamoto Miyashita Miyata Miyazaki Miyazawa Mizuno Morikawa Morimoto Morita Moriyama Murai Murakami
Muramatsu Muto Nagai Nagano Nagasawa Nagata Nagashima Naito Nakada Nakahara Nakai Nakajima Nakamoto Nakanishi Nakano
Nakao Nakashima Nakatani Nakayama Nakazawa Narita Nishi Nishida Nishikawa Nishimoto Nishimura Nishino Nishioka
Nishiyama Nishizawa Noda Noguchi Nomura Oba Obata Ochiai Oda Ogata Ogino Ogura Ohno Oikawa Ohta Oka Okabe Okamoto
Okamura Okazaki Okubo Okuda Okumura Onishi Ono Oshima Ota Otani Otsuka Oyama Ozaki Ozawa Saeki Sakaguchi Sakai
Sakakibara Sakamoto Sakata Sakuma Sakurai Sano Sawada Sawamura Seki Sekiguchi Shibata Shibuya Shimada Shimura
Shinohara Shiraishi Shirai Shoji Suda Sudo Sugawara Sugimoto Sugita Sugiura Sugiyama Sumida Tachibana Tada Taguchi
Takada Takagi Takano Takaoka Takashima Takayama Takeuchi Takemoto Takenaka Takizawa Tanabe Taniguchi Tani Terada Toda
Tominaga Tomita Toyoda Tsuchiya Tsuda Tsuji Tsukada Tsukamoto Uchida Uchiyama Ueno Uehara Ueki Uemura Umeda Ushijima
Usui Wada Wakabayashi Watabe Watari Yabe Yagi Yamagata Yamagishi Yamamura Yamanaka Yamaoka Yamasaki Yamauchi Yamazaki
Yano Yasuda Yokota Yokoyama Yoneda Yoshikawa Yoshimoto Yoshimura Yoshino Yoshioka Yuasa Yukawa Banh Bui Dang Dao Diep
Dinh Doan Duong Ha Hoang Khuat Khong La Luong Luu Ly Mac Mai Ngo Nghiem Ninh Nong Phi Phung Quach Ta Thach Thai To Ton
Trieu Trinh Vo Vu Vuong Chaiyaporn Charoenphon Chatchai Chuasiriporn Intharaphithak Jaidee Kittikachorn Panyarachun
Phrommin Rattanakorn Saelim Saetang Shinawatra Siripong Sirikul Sombat Srisai Suwannarat Thongchai Wongsakul Wongsawat
Vejjajiva Chea Chhay Chhim Keo Khiev Khin Meas Nhem Oum Prak Sam Seng Sok Som Sovann Srey Touch Vann Batbold Bold
Ganbaatar Tserendorj
"""
_SOUTH_EAST_ASIA = """
Halim Hamzah Hashim Hidayat Hutagalung Hutapea Kurniawan Kusuma Lubis Mahendra Manullang Maulana Nababan Nasution
Nugraha Nugroho Panggabean Pangestu Permadi Permana Pohan Prabowo Pradana Pranata Prasetyo Pratama Purnama Purnomo
Putra Rajagukguk Ramadhan Razak Saputra Santoso Setiawan Siahaan Sihombing Silalahi Simanjuntak Simatupang Sinaga
Siregar Sitorus Subroto Sudirman Suharto Sukarno Sulaiman Supriyadi Suryadi Susanto Sutanto Tanjung Tampubolon Utomo
Wibowo Wicaksono Widjaja Wijaya Winata Yusof Zulkifli Abad Abella Agbayani Aguinaldo Alcantara Bacani Bautista
Bonifacio Buenaventura Catapang Cayabyab Cojuangco Cuenco Custodio Dalisay Dimaculangan Dimagiba Dizon Duterte
Ejercito Enriquez Evangelista Fajardo Gatdula Gatchalian Ilagan Lacson Lagman Lapid Legaspi Macapagal Macaraeg
Magsaysay Malonzo Manalo Mangubat Marasigan Marcos Naval Osmena Pacquiao Palma Pangilinan Panganiban Quezon Recto
Resurreccion Sarmiento Sison Tolentino Umali Velasco Villar Zobel Batungbakal Catacutan Dimaandal Macaspac Magbanua
Manansala Pamintuan Tiongson
"""
_SOUTH_ASIA = """
Acharya Adhikari Aggarwal Agrawal Ahluwalia Ahuja Aiyar Apte Arora Arya Athreya Awasthi Babu Bagchi Bahl Bajaj Bajpai
Bajwa Bakshi Balakrishnan Balan Balasubramanian Bali Banerji Bansal Barua Basak Basu Batra Bedi Bhandari Bhagat
Bhardwaj Bhargava Bhasin Bhat Bhatia Bhatnagar Bhattacharjee Bhave Bhide Bhushan Biswas Bora Borah Bose Brar Chadha
Chaddha Chakrabarti Chakraborty Chakravarti Chandra Chandran Chandrasekaran Chatterjee Chaturvedi Chattopadhyay
Chaudhari Chaudhuri Chauhan Chawla Chettiar Chhabra Choudhary Choudhury Dalal Dalmia Damodaran Dasgupta Datta Dave Deb
Debnath Deol Deshmukh Deshpande Devi Dey Dhaliwal Dhar Dhawan Dikshit Dixit Doshi Dsouza Dube Dubey Dutt Dutta
Fernandes Gadgil Gaekwad Gaikwad Gandhi Ganesan Ganguly Garg Gavaskar Gehlot Ghatak Ghosh Goel Gokhale Gopal
Gopalakrishnan Gopalan Goswami Gowda Goyal Grewal Guha Gulati Gurung Handa Hegde Iyengar Jadeja Jadhav Jagannathan
Jaiswal Jayaraman Jindal Jog Johar Kadam Kakkar Kale Kamath Kamble Kannan Kapadia Kapur Karmakar Karnad Kashyap Kaul
Kaushik Khandelwal Khanna Khatri Khosla Khurana Kohli Kothari Krishnamurthy Krishnan Krishnaswamy Kulkarni Kundu Kurup
Lahiri Lakhani Lal Limbu Luthra Madhavan Mahajan Mahalingam Mahato Maheshwari Majumdar Mallick Mandal Mangeshkar
Maniar Mathew Mathur Mehrotra Menon Merchant Misra Mistry Mitra Mittal Modi Mohanty Mondal Mudaliar Mukhopadhyay
Munshi Murthy Murty Nadar Naidu Naik Nambiar Namboodiri Nanda Narang Narasimhan Narayan Narayanan Natarajan Nath Nayak
Nayar Negi Nehru Oberoi Ojha Padmanabhan Pai Pal Palkar Panda Pande Pandit Pandya Panicker Parikh Parmar Patil Patnaik
Pathak Pawar Phadke Pillai Pradhan Prajapati Puri Purohit Radhakrishnan Raghavan Raghunathan Rai Raina Rajagopalan
Rajan Rajaraman Rajput Ramakrishnan Ramanathan Ramanujan Ramaswamy Ramesh Ranganathan Rangarajan Rastogi Rathod
Rathore Rattan Raval Rawat Saha Sahni Sahoo Sahu Saini Saluja Samant Sampath Sane Sanghvi Sankaran Santhanam Saran
Sarin Sastry Satpathy Savant Sawant Saxena Sehgal Sekhar Sen Sengupta Seshadri Sethuraman Sinha Shekhawat Shenoy
Shetty Shinde Shrivastava Shroff Shukla Sidhu Sikka Singhal Singhania Sodhi Solanki Somani Soni Sood Soman Sridharan
Srinivas Srinivasan Srivastava Subramaniam Subramanian Sundaram Sundar Suri Swaminathan Tagore Talwar Tamang Tandon
Taneja Tendulkar Tewari Thakkar Thapar Tharoor Tripathi Trivedi Tyagi Upadhyay Vaidya Varghese Varma Vasan Vasudevan
Venkataraman Venkatesan Venkatesh Vijayan Virk Viswanathan Vohra Vora Vyas Wadhwa Wagle Walia Warrier Yadav Abbasi
Afridi Alam Alvi Anwar Arain Arshad Aslam Awan Baig Baloch Bhutto Bukhari Butt Cheema Dar Durrani Farooqi Ghani Gilani
Haider Hashmi Hoque Haque Hossain Hussaini Jaffri Jatoi Javed Jamali Kazmi Khattak Khawaja Khokhar Lodhi Mahmood
Masood Mazari Memon Miah Minhas Mirza Mughal Munir Naqvi Niazi Nizami Qadir Qazi Rana Rashid Raza Rehman Rizvi Sattar
Sarwar Shafi Shahid Siddiqi Sial Soomro Sultana Syed Tareen Uddin Usmani Waheed Warraich Yousaf Yousafzai Zafar Zaidi
Zaman Begum Khatun Khanam Bepari Talukder Sikder Mridha Molla Akter Akhter Jayasuriya Jayawardena Jayawardene Perera
Wickramasinghe Rajapaksa Bandaranaike Gunawardena Senanayake Dissanayake Ranatunga Sangakkara Karunaratne Wijesinghe
Wijeratne Amarasinghe Herath Bandara Ratnayake Weerasinghe Gamage Liyanage Mendis Shrestha Rijal Koirala Bhattarai
Dahal Pokharel Poudel Karki Basnet Khadka Magar Sherpa Bista Oli Regmi Lama Maharjan Tuladhar Wangchuk Dorji Namgyal
"""
_MIDDLE_EAST = """
Abbas Abboud Abdallah Abdelaziz Abdelnour Abdelrahman Abdo Abdulla Abdulrahman Aboud Abouzeid Achour Adel Adwan Ahmadi
Ajami Akkad Alaoui Alami Albaz Albdour Alkhatib Almasri Alsaadi Amin Amiri Ammar Ansary Antar Aoun Asaad Asfour Ashour
Ashraf Assad Atallah Atiyeh Attar Attia Awad Ayad Ayash Ayoub Ayyoub Azar Azzam Baccouche Badawi Badr Baghdadi Bahri
Bakr Bakri Bannout Barakat Baroudi Bashir Basri Batal Bazzi Belhaj Benali Benhaddou Benjelloun Bennani Bensalem
Berrada Bishara Bitar Bouazizi Boulos Bouteflika Bouzid Bseiso Chahine Chami Chamoun Chaoui Cherif Dabbagh Daher Dahan
Dakhil Daoud Darwish Darwich Dergham Diab Ebeid Elbaz Elmasry Elsayed Elsherif Fadel Fahmi Fahmy Fakhoury Fakih Faraj
Farah Farhat Farouk Fayad Fayed Fawzi Fekry Gaber Gamal Gerges Ghanem Ghannam Ghazal Ghazali Ghazi Ghoneim Habib
Habibi Haddad Hadi Hafez Haidar Hajjar Hakim Halabi Hamad Hamadi Hamdan Hamdi Hamed Hammad Hammoud Hamoud Hanafi Harb
Hariri Haroun Hasan Hashemi Hassoun Hatem Hawari Heikal Helmy Hijazi Hilal Hosni Hourani Husseini Idrissi Issa Ismail
Jaafar Jabbour Jabri Jamal Jawad Jazairi Jibril Joudeh Kabbani Kaddour Kader Kamal Kamel Kanaan Karam Karimi Kassab
Kassem Kattan Kawar Kayali Khaddam Khalaf Khaled Khalid Khalifa Khatib Khattab Khayat Khoury Khouri Kiwan Koury Lahlou
Lahoud Mabrouk Madi Mahdi Mahfouz Mahmoud Majid Makki Malki Malouf Mansour Mansouri Mansoor Marouf Marzouki Masri
Matar Mazri Mekki Meziane Moghrabi Mohammed Mokhtar Morsi Moubarak Mourad Moussa Moustafa Mubarak Mufti Murad Mustafa
Mustafi Nabulsi Naceri Nader Naguib Nahas Nahhas Najjar Nakhle Naser Nasr Nasrallah Nasser Nassif Nazari Nimr Nimer
Noori Nour Obeid Odeh Omar Othman Ouahbi Qabbani Qaddafi Qadri Qasem Qasim Qassem Rabah Radi Radwan Rahal Rahimi
Rahmani Raouf Rashad Rashed Rashidi Rasoul Rifai Riyad Rizk Rustom Saab Saad Saadeh Saba Sabbagh Sabri Sadek Sadiq
Safadi Said Saidi Sakr Salah Salama Salameh Saleem Saleh Salem Salib Salim Salloum Salman Sami Samir Sarraf Sawaya
Sayegh Shaaban Shadid Shahin Shakir Shalaby Shamas Shami Shammas Sharaf Sharif Sharifi Shawky Shehadeh Shehata Sherif
Shoukry Slimani Soliman Srour Suleiman Sultan Tabbara Tabet Taha Taher Tahan Tahir Talib Tamimi Tannous Tawfik Tayeb
Tazi Tlass Toma Touma Turki Wahab Wahba Wahbi Yacoubi Yahya Yasin Yassin Yassine Younis Youssef Youssoufi Yousif
Zahran Zaki Zaidan Zayed Zein Zeidan Zeitoun Ziadeh Zidan Zidane Zogby Zureik Abadi Abbasian Afshar Ahmadinejad Akbari
Alavi Alizadeh Amini Ansarian Asadi Ashtari Azizi Babaei Bagheri Bahrami Bakhtiari Daneshvar Darabi Ebrahimi Ehsani
Eslami Esfahani Fallahi Farahani Farhadi Farrokhzad Fazeli Ghaderi Ghaffari Ghanbari Ghasemi Ghorbani Golestani Golzar
Habibian Haghighi Hamidi Heidari Hosseini Jafari Jahanbani Jalali Kamali Karami Kargar Kashani Kazemi Kermani Khalili
Khamenei Khatami Khorasani Khosravi Kiani Kiarostami Lotfi Mahdavi Makhmalbaf Maleki Mirzaei Moghaddam Mohammadi
Mokhtari Moradi Mortazavi Mosaddegh Mousavi Nademi Naderi Najafi Nasiri Nazarian Nejad Norouzi Pahlavi Panahi Parsa
Pourali Rafsanjani Rajabi Ranjbar Razavi Rezaei Rostami Rouhani Sadeghi Safavi Salehi Samadi Sattari Shafiei Shahbazi
Shahidi Shahriari Shirazi Soleimani Soltani Tabrizi Taheri Talebi Tavakoli Tehrani Vahidi Yazdani Yazdi Zand Zamani
Zarif Acar Akar Akbas Akbulut Akcay Akdeniz Akgul Akin Akkaya Aksoy Aksu Aktas Akyol Akyuz Albayrak Alkan Altin Altun
Arikan Arslan Asan Aslan Atalay Ates Avci Ay Ayaz Aydemir Aydin Aydogan Aygun Bal Balci Baran Bas Basar Baskan Bayrak
Bayraktar Bektas Bilgin Bilgic Bozkurt Bulut Buyuk Can Candan Cakir Calik Celik Cengiz Cetin Cevik Ciftci Cinar Coban
Colak Coskun Dag Dagli Demir Demirci Demirel Demirtas Deniz Dincer Dogan Duman Durak Durmaz Durmus Dursun Ekinci Elmas
Er Erbil Ercan Erdem Erden Erdogan Eren Ergin Ergun Ermis Erol Ersoy Ertas Esen Fidan Gecer Genc Gok Gokce Gokmen
Guclu Gul Guler Gulsen Gumus Gun Gunay Gunduz Gunes Gungor Gurbuz Gursoy Guven Guzel Ileri Inan Ince Ipek Isik Kara
Karaca Karadag Karadeniz Karagoz Karahan Karakas Karakaya Karakoc Karakus Karaman Karatas Kartal Kaya Kayaci Keles
Keskin Kilic Kilinc Koc Koca Kocak Koksal Korkmaz Kose Koseoglu Kurt Kus Kuzu Mutlu Oktay Oner Ozan Ozbek Ozcan
Ozdemir Ozen Ozer Ozgur Ozkan Ozkaya Oztekin Ozturk Ozyurt Pamuk Parlak Peker Polat Sahin Sari Savas Sener Sezer
Simsek Sonmez Soylu Tas Tasci Tekin Temel Terzi Toprak Topal Topcu Tosun Tuncer Tunc Turan Turk Turkmen Turkoglu Ucar
Uguz Uludag Ulusoy Unal Unlu Ural Uslu Uysal Uzun Vural Yalcin Yaman Yavuz Yazici Yesil Yildirim Yildiz Yuce Yucel
Yuksel Yurt Zengin Abergel Abramov Abramovich Abutbul Adler Alon Amar Amsalem Aronson Ashkenazi Avraham Azoulay Azulay
Barak Barzilai Begin Ben-Ami Ben-David Ben-Gurion Ben-Haim Benayoun Benaim Berkovich Biton Blau Bloch Blum Carmel Cohn
Dayan Dagan Edri Eliyahu Elkayam Epstein Eshkol Finkelstein Fishman Frenkel Gabay Galili Gantz Goldfarb Goldman
Grinberg Gutman Hadad Halevi Halevy Harari Hazan Herzl Herzog Hirsch Horowitz Kahana Kahn Katzir Kessler Kfir Kook
Lavi Levi Levin Levinson Lieberman Malka Meir Meiri Mizrahi Mizrachi Mor Naveh Navon Nahum Netanyahu Ohana Olmert Oren
Oz Peled Peres Peretz Perlman Rabin Rabinovich Rabinowitz Ravitz Regev Revah Rivlin Ron Rosenblum Rosenfeld Rubinstein
Sabag Sapir Sasson Segal Shaked Shalom Shamir Shapira Shapiro Sharabi Sharet Sharon Shavit Shemesh Shtern Siegel
Silberman Silverman Spiegel Steinberg Suissa Tamir Tzur Vaknin Weizman Weizmann Yadin Yaalon Yehoshua Yosef Zilber
Zilberman Zohar
"""
_SLAVIC = """
Afanasiev Akimov Alexeev Alexandrov Andreev Baranov Belov Belyaev Bogdanov Bondar Borisov Bykov Danilov Davydov
Denisov Dmitriev Efimov Egorov Ershov Fedorov Filatov Filippov Fomin Frolov Galkin Gavrilov Gerasimov Golovin Golubev
Gorbachev Gorbunov Goncharov Grigoriev Gromov Gurov Gusev Ignatiev Ilyin Isaev Kalinin Karpov Kazakov Kiselev Klimov
Komarov Kondratiev Konovalov Koroleva Korolev Korotkov Kotov Kovalev Krasnov Krylov Kudryavtsev Kulikov Kuzmin Lapin
Lazarev Lebedev Leonov Lukin Makarov Maksimov Malinin Markov Martynov Maslov Matveev Medvedev Melnikov Mikhailov
Mironov Moiseev Morozov Naumov Nazarov Nesterov Nikiforov Nikitin Nikolaev Novikov Orlov Osipov Panin Panov Polyakov
Ponomarev Potapov Prokhorov Putin Rodionov Romanov Rumyantsev Rybakov Ryabov Samoilov Savchenko Saveliev Semenov
Sergeev Shcherbakov Shestakov Shevtsov Shirokov Shubin Sidorov Sobolev Sokolov Solovyov Soloviev Stepanov Subbotin
Suvorov Tarasov Tikhonov Timofeev Titov Tretyakov Trofimov Tsvetkov Ushakov Vasiliev Vinogradov Vlasov Vorobyov
Voronin Voronov Vorontsov Yakovlev Yeltsin Yudin Zaitsev Zakharov Zhukov Zimin Zinoviev Zotov Zubkov Zuev Tolstoy
Dostoevsky Chaikovsky Moskvin Babiak Bilyk Boyko Danylko Didenko Dovzhenko Franko Havryliuk Hnatiuk Honchar Horbach
Hrytsenko Kachur Klymenko Kolisnyk Koval Kovalchuk Kostenko Kravchenko Kravchuk Kravets Kuchma Kulish Lysenko Lytvyn
Lytvynenko Marchenko Mazepa Moroz Oliynyk Onyshchenko Ostapenko Panchenko Pavlenko Petrenko Petriv Polishchuk
Ponomarenko Poroshenko Prokopenko Romanenko Romaniuk Rudenko Savchuk Shapoval Shevchuk Shvets Symonenko Stelmakh
Sydorenko Tkach Tkachenko Tkachuk Tymoshenko Vasylenko Voloshyn Yanukovych Yurchenko Yushchenko Zaluzhny Zelensky
Zelenskyy Zinchenko Lukashenko Novik Kozel Kavaliou Bak Banas Bielecki Blaszczyk Bochenek Borkowski Czarnecki
Czerwinski Chmiel Cieslak Cichy Czaja Domagala Dudek Duda Dziedzic Gajda Gajewski Glowacki Gorski Grabowski Gorka
Jablonski Jakubowski Jankowski Jasinski Jaworski Kaczmarek Kaczynski Kalinowski Kasprzak Klimek Kolodziej Konieczny
Kopec Kosinski Kot Kowalczyk Kowalewski Kozak Kozlowski Krajewski Krawczyk Krol Krupa Kubiak Kucharski Kulik Kurek
Kwasniewski Kwiatkowski Lis Lukaszewicz Maciejewski Majewski Makowski Malinowski Marciniak Markowski Marszalek
Matuszewski Mazurek Michalak Michalski Mikolajczyk Milosz Mroz Mucha Musial Nowacki Nowakowski Nowicki Olejniczak
Olszewski Orzechowski Pawlak Pawlowski Pawlowicz Pietrzak Piotrowski Piatek Pilsudski Przybylski Przybysz Rutkowski
Romanowski Sadowski Sawicki Sikora Sikorski Skiba Sobczak Sobczyk Sobieski Sokolowski Sroka Stachura Stasiak Stepien
Szczepanski Szewczyk Szulc Szymanski Szymczak Tomaszewski Tomczyk Turek Tusk Urban Urbanski Walczak Walesa Wasilewski
Wieczorek Wilk Wisniewska Witkowski Wlodarczyk Wojciechowski Wojtyla Wozniak Wrobel Wroblewski Wysocki Zajac Zalewski
Zawadzki Ziolkowski Adamek Balaz Baros Bartos Benes Beran Bilek Blaha Blazek Bures Capek Cech Cermak Cerny Cerna
Cervenka Cihak Dolezal Dostal Dubcek Duchon Dvorak Dvorakova Fiala Forman Hajek Hasek Havel Havlik Havlicek Hlavac
Holub Hora Horak Horacek Hruska Hudak Husak Jagr Janda Janecek Janicek Jelinek Jirasek Jirousek Kafka Kadlec Kalina
Klaus Klima Kolar Kolarik Konecny Kopecky Koubek Kovacik Kral Kratochvil Krejci Krivak Kriz Kubat Kucera Kundera
Kvapil Langer Lukac Machacek Macek Maly Marek Mares Masaryk Matejka Matousek Moravec Moravcik Mraz Musil Navratil
Nedved Nemcova Nemec Neruda Novotna Novakova Oravec Pavlik Pesek Pokorny Pokorna Polak Pospisil Prochazka Prochazkova
Ruzicka Rybar Sebek Sedlacek Sedlak Simek Sklenar Skala Slavik Smetana Soukup Spacek Stastny Stepanek Strnad Svoboda
Svobodova Sykora Sykorova Tichy Toman Tomasek Travnicek Tuma Urbanek Vacek Valenta Vanek Varga Vasicek Vavra Vesely
Vesela Vitek Vlcek Vodicka Vrba Zabransky Zahradnik Zelenka Zeman Zima Adamovic Andric Andrijevic Antic Babic Bajic
Barisic Basic Begic Bilic Blazevic Bogdanovic Boskovic Bozic Brankovic Brkic Broz Bulatovic Colic Cosic Covic
Cvetkovic Cvijetic Delic Dimitrijevic Djokovic Djordjevic Djuric Dodik Dragic Dragovic Dzeko Filipovic Gavrilovic
Glavas Golubovic Grbic Grgic Hadzic Halilovic Hodzic Horvat Horvatic Ilic Ivankovic Ivanisevic Ivanovic Izetbegovic
Jankovic Jelic Jeremic Jokic Jovanovic Jovic Juric Jurisic Karadzic Katic Knezevic Kostic Kovacevic Kovacic Kralj
Krstic Lazic Lovren Lovric Lukic Maric Marjanovic Markovic Marinkovic Martic Martinovic Matic Mihajlovic Mikic Mikulic
Milic Milosevic Milovanovic Milutinovic Mitrovic Mladenovic Modric Nastasic Nedic Nikolic Novakovic Obradovic
Obrenovic Pavlovic Pantic Pasic Perisic Pejic Peric Perkovic Petkovic Petrovic Popovic Radic Radulovic Rakic Rakitic
Ristic Rodic Savic Simic Spasic Stankovic Stanisic Stojanovic Stojkovic Subotic Tadic Tesla Tomic Tosic Todorovic
Tudjman Urosevic Vasic Vidic Vidovic Vlahovic Vucic Vukovic Vukcevic Zivkovic Zoric Zupan Zupancic Kranjc Krajnc
Potocnik Mlakar Kos Golob Hribar Cerar Pahor Oblak Bizjak Vidmar Angelov Asenov Atanasov Bonev Boyanov Chakarov
Dimitrov Dimov Dobrev Georgiev Gospodinov Hristov Iliev Ivanova Kamenov Kirilov Kolev Kostov Lazarov Marinov Mihaylov
Mitev Nenov Nikolov Parvanov Penev Petkov Petrova Radev Rusev Simeonov Stanchev Stefanov Stoyanov Tonev Tsvetanov
Vasilev Velikov Yordanov Zhivkov Zlatev
"""
_EUROPE_EAST = """
Albu Alexandrescu Alexe Andrei Antonescu Apostol Avram Barbu Bejan Bogdan Botezatu Bratu Bucur Buzatu Calin Ceausescu
Chiriac Cioban Ciobanu Ciocan Cojocaru Constantin Constantinescu Coman Cosma Costache Costea Costin Craciun Cretu
Cristea Crisan Cuza Damian Danciu David Diaconu Dima Dinca Dinu Dobre Dragan Dragnea Dragomir Dumitrache Dumitrascu
Dumitrescu Dumitru Eliade Eminescu Enache Enescu Filip Florea Florescu Fodor Funar Gavrila Gheorghe Gheorghiu Ghita
Grecu Grigorescu Grosu Hagi Iancu Iliescu Ilie Ionescu Ionita Iordache Iordan Iorga Ispas Lazar Luca Lungu Lupu
Macovei Manea Manole Marinescu Mateescu Matei Mihai Mihailescu Mihalache Mirea Mitrea Mocanu Moldovan Moldoveanu
Munteanu Muresan Mutu Neagu Neacsu Nechita Negrea Negru Nicolae Nicolescu Nistor Nita Olaru Olteanu Oprea Pana Panait
Parvu Pascu Patrascu Pavel Petcu Petre Petrescu Pirvu Pop Popa Popovici Preda Predoiu Puscas Radu Radulescu Rosu
Rotaru Rus Rusu Sandu Sava Savu Serban Simion Sirbu Stan Stanciu Stancu Stanescu Stoian Stoica Suciu Tanase Tataru
Teodorescu Tudor Tudose Ungureanu Ursu Vaduva Vasile Vasilescu Vlad Voicu Voinea Vornicu Zaharia Zamfir Antal Balazs
Bako Balla Balog Balogh Barta Bartok Biro Bodnar Bognar Boros Borbely Budai Csonka Deak Dudas Erdelyi Erdos Farago
Farkas Fazekas Fekete Feher Fulop Gal Gaspar Gulyas Halasz Hajdu Hegedus Herczeg Horthy Hunyadi Illes Jakab Jonas
Juhasz Kadar Kalman Kantor Karacsony Kelemen Kerekes Kertesz Kiraly Kis Kiss Kocsis Kodaly Kosa Kossuth Kozma Lakatos
Laszlo Lengyel Liszt Lukacs Magyar Marton Mate Meszaros Mezei Molnar Nemes Nemeth Olah Orban Orosz Orsos Pap Papp
Pasztor Pataki Petofi Pinter Polgar Puskas Racz Rakoczi Rakosi Sandor Santa Sarkozi Sipos Solymosi Somogyi Soos Szalai
Szanto Szasz Szekely Szekeres Szilagyi Szoke Szucs Szalay Takacs Torok Vadasz Vamos Vass Vegh Veres Vida Vincze Virag
Voros Alexopoulos Anagnostopoulos Andreou Angelopoulos Antoniou Athanasiou Christodoulou Christou Demetriou
Dimitriadis Dimitriou Economou Gavras Georgiadis Hatzis Iliopoulos Ioannidis Ioannou Kalogeropoulos Karagiannis
Karamanlis Karras Katsaros Kazantzakis Konstantinidis Konstantinou Kostopoulos Koutsoukos Kyriakidis Kyriakou Lambrou
Makris Manos Markopoulos Mavros Mitsotakis Mylonas Nicolaou Nikolaidis Nikolaou Oikonomou Panagiotopoulos Panagopoulos
Papadakis Papadimitriou Papadopoulou Papageorgiou Papaioannou Papandreou Papanikolaou Paraskevopoulos Pavlidis
Petrakis Petridis Petropoulos Samaras Savvidis Spanos Stamatopoulos Stathopoulos Stavrou Theodorakis Theodorou
Tsakiris Tsipras Vasileiou Vassiliou Venizelos Vlachos Xenakis Zervas Balodis Berzins Eglitis Freimanis Jansons
Kalnins Karklins Krumins Liepins Ozolins Petersons Vanags Vitolins Zarins Adamkus Balciunas Grybauskaite Jankauskas
Kazlauskas Landsbergis Nauseda Petrauskas Sabonis Stankevicius Urbonas Vasiliauskas Zukauskas Ilves Kaljulaid Kallas
Kask Koppel Kuusk Laar Lepp Magi Mets Oja Org Part Parts Paju Pukk Raud Rebane Saar Sepp Tamm Tammsaare Vaher Berisha
Dervishi Dushku Gashi Gjoka Hasani Hoxha Hoxhaj Kelmendi Krasniqi Leka Morina Prifti Rama Shala Shehu Thaci Xhaka
Zeqiri Zogu Abrahamyan Aghajanyan Avetisyan Baghdasaryan Galstyan Ghazaryan Grigoryan Hakobyan Harutyunyan
Hovhannisyan Karapetyan Kardashian Khachatryan Manukyan Martirosyan Mkrtchyan Nersisyan Petrosyan Sahakyan Sargsyan
Simonyan Vardanyan Beridze Gelashvili Giorgadze Ivanishvili Kapanadze Lomidze Maisuradze Saakashvili Shevardnadze
Tsereteli Aliyev Guliyev Hasanov Huseynov Ismayilov Mammadov Karimov Nazarbayev Rahmonov Tokayev Yusupov
"""
_EUROPE_NORTH = """
Aalto Aaltonen Ahonen Ahtisaari Anttila Eskola Haapala Hakala Hakkinen Halonen Hamalainen Harju Heikkila Heikkinen
Heinonen Hietala Hiltunen Hirvonen Honkanen Huttunen Hyvonen Ikonen Jaaskelainen Jarvinen Kallio Karjalainen Karppinen
Kauppinen Kekkonen Keskinen Kettunen Kinnunen Kivela Kivisto Koivisto Kokko Komulainen Koskela Koskinen Kurki
Laaksonen Lahti Lahtinen Laine Laitinen Laitila Lampinen Lappalainen Lehtinen Lehto Lehtonen Leinonen Leppanen Makela
Manninen Mannerheim Matikainen Mattila Miettinen Mikkola Mikkonen Mustonen Niemi Nieminen Niemela Niskanen Nurmi Nyman
Oksanen Partanen Peltola Peltonen Pitkanen Pesonen Raikkonen Rantanen Rasanen Rautio Reinikainen Rissanen Ruotsalainen
Ryynanen Saarinen Salmi Salminen Salo Salonen Savolainen Seppala Seppanen Sibelius Sillanpaa Soininen Suominen
Tanskanen Tikkanen Toivonen Tuominen Turunen Uusitalo Vaisanen Valtonen Vanhanen Vartiainen Vuorinen Ylonen Aas Aasen
Abrahamsson Ahlgren Ahlstrom Almqvist Amundsen Andreassen Arnesen Aronsson Askeland Axelsson Backstrom Bakke Bakken
Bengtsson Berge Berggren Berglund Bergqvist Bergstrom Berntsen Bjork Bjorklund Blom Blomqvist Bo Borg Bratland Brekke
Carlsen Carlsson Christiansen Dalgaard Dahlberg Dahlgren Dahlstrom Danielsson Edvardsen Eide Ekberg Ekelund Ekman
Ekstrom Eliassen Eliasson Ellingsen Engen Enger Ericsson Eriksen Fagerberg Forsberg Forsman Fossum Franzen Fredriksen
Fredriksson Friis Gade Gran Granberg Grieg Grondahl Gronholm Gulbrandsen Gundersen Gunnarsson Gustafsson Gustavsson
Haaland Hagen Hakansson Halvorsen Hamsun Hansson Hauge Hedberg Hedlund Hedstrom Hellstrom Helland Henriksen Henriksson
Hermansen Hjelm Hoel Holgersen Holgersson Holmberg Holmgren Holmqvist Holmstrom Ibsen Isaksen Isaksson Jacobsen
Jakobsen Jakobsson Jenssen Johannessen Johannesen Johansen Johnsen Jonassen Jonasson Jonsson Jorgensen Juhl Jonsdottir
Kjaer Kjeldsen Kjellberg Knudsen Knutsen Kristiansen Kristoffersen Krogh Lagerkvist Lassen Laursen Lie Lien Lind
Lindahl Lindblom Lindstrom Linnaeus Ljungberg Lovgren Lorentzen Lundberg Lundin Lundqvist Lundstrom Lyng Magnussen
Magnusson Malmberg Martinsen Martinsson Mathiesen Mathisen Mattsson Moe Moberg Moen Molin Mortensen Munch Myhre
Myklebust Nansen Naess Nesse Nielsson Nilsen Nissen Nordin Norgaard Nordahl Norberg Nyberg Nygaard Nygard Nygren
Nystrom Oberg Odegard Olausson Ohlsson Olofsson Osterberg Ostergaard Overgaard Palme Paulsson Persson Petersson
Pettersen Pettersson Poulsen Ravn Reinholt Roland Ronning Rosenqvist Ruud Rydberg Sandberg Sandstrom Sandvik Schou
Simonsen Sjoberg Sjogren Sjostrom Skoglund Skov Solberg Solheim Sondergaard Sorensson Steen Stenberg Stenmark Stensson
Stoltenberg Strand Strandberg Strindberg Strom Stromberg Sund Sundqvist Sundstrom Svendsen Tangen Thomsen Thorsen
Thorup Tveit Ulriksen Vestergaard Vik Viklund Vinther Wahlberg Wallin Wallander Westberg Westergaard Westerlund Wiberg
Wikstrom Winther Zetterberg Zetterlund Gudmundsson Gudmundsdottir Sigurdsson Sigurdardottir Stefansson Bjarnason
Einarsson Halldorsson Magnusdottir Olafsson Abel Ackermann Adenauer Ahrens Albers Altmann Arendt Arndt Bach Bahr Baier
Barth Bartels Barthel Bastian Baumann Baumgartner Becher Bechtel Beckmann Beethoven Behrendt Behrens Benz Bergmann
Bernhardt Bertram Betz Beyer Biermann Bischoff Blank Bock Bode Bohm Bohme Bormann Bosch Brahms Brand Brandl Brecht
Breuer Brinkmann Bruckner Bruder Brunner Bruns Buchholz Buchner Budde Bucher Burger Burkhardt Busch Busse Christ
Clausen Cramer Daimler Decker Dehn Diesel Dieckmann Diehl Dietrich Dietz Dittmann Dorn Drescher Drechsler Durer Ebel
Ebeling Eberhardt Eder Ehlers Ehrhardt Ehrlich Eichhorn Eichmann Eisenhower Einstein Engelhardt Engels Erhard Ernst
Esser Fassbinder Feldmann Fichte Fiedler Fink Fleischer Forster Franke Frankl Freud Freund Frey Freytag Fricke
Friedrich Fritsch Frohlich Fromm Funk Gabler Gartner Gauss Gebhardt Geiger Geisler Geissler Gerber Gerhardt Gerlach
Giese Glaser Goebel Goethe Gottschalk Gotz Grass Greiner Grimm Grob Grossmann Gruber Grunewald Gunther Gutenberg Haase
Habermas Hafner Hagemann Hamann Handel Hanke Harms Hartwig Hauser Hauptmann Haydn Hecht Heck Hegel Heidegger Heil Hein
Heine Heinemann Heinrich Heinz Heinze Heisenberg Hellmann Helmholtz Hempel Henkel Hennig Henning Hentschel Herbst
Hermann Herrmann Hertz Hesse Heuss Hildebrandt Hiller Hinz Hofer Hoffmann Hofstetter Hohmann Holbein Hollmann Holzer
Honecker Hopp Hubner Humboldt Hummel Hutter Immelmann Jacob Jacobi Jaeger Jager Jahn Janssen Jaspers Jost Jung Junker
Kaestner Kant Kaufmann Kastner Keil Kellermann Kempf Kepler Kern Kiefer Kiesinger Kirchner Kirsch Kirschner Klee
Kleist Klemm Klimt Klinger Klopp Klose Klug Knoll Kohl Kohler Konig Kopp Korber Kraft Kraus Krauss Kremer Kretschmer
Kroger Kroll Krupp Kuhn Kuhlmann Kuhnert Kunz Kunze Kurz Lange Lauterbach Leibniz Leitner Lemke Lenz Lessing
Liebermann Liebig Lindemann Lindner Linke Lohmann Lorenz Lucke Mahler Manstein Marx Matthes Maurer Mayr Mehmood Meier
Meinhof Meissner Meister Meitner Mendel Mendelssohn Mertens Merkel Merz Messner Metzger Metzler Meyerhof Michel Moser
Mozart Muhlbauer Nagel Naumann Neubauer Neuer Neuhaus Niemann Nietzsche Nolte Nowitzki Oberhauser Oppermann Ostermann
Oswald Otto Pabst Pauli Paulus Pfaff Pfeiffer Pfister Pichler Pieper Planck Pohl Popp Porsche Preuss Probst Raab
Rademacher Rapp Rath Rau Rauch Reich Reichert Reimann Reimer Reinhold Reiter Renner Reuter Rieger Riedel Riemann Rilke
Rohde Rommel Rontgen Rothschild Rudolph Ruf Runge Rupp Sachs Sander Sauer Sauter Schade Schaller Scherer Schiller
Schilling Schindler Schlegel Schlosser Schmid Schnabel Schober Scholz Scheffler Schon Schonberg Schreiner Schuler
Schulte Schultze Schulze Schumacher Schumann Schutz Schwarzenegger Schweitzer Seeger Seibert Seidel Seifert Seiler
Siebert Siemens Sommer Spengler Sperling Springer Stadler Stahl Steinbach Steinmeier Stoll Storch Straub Strauss
Strobel Stumpf Sturm Tesch Thiel Thiele Thielemann Thoma Trapp Ullrich Ulrich Unger Volk Volz Voss Wachter Wagenknecht
Walcher Wallner Walther Wegener Wegner Weidmann Weidner Weigel Weil Weinert Weissmann Wenzel Werner Wessel Westphal
Wiedemann Wieland Wimmer Winterkorn Wirth Wittgenstein Wittmann Wulf Wulff Wunderlich Ziemer Zuckmayer Zweig Aerts
Vries Jong Wit Graaf Bruin Ruiter Waal Gier Rooy Veen Meer Heuvel Horst Linden Broek Velde Appelman Baert Bakhuizen
Beekman Boer Bogaert Bogaerts Boersma Bongers Boogaard Bosman Bouwman Brouwer Bruyn Buskens Claes Claessens Coenen
Cornelis Cornelissen Daalder Dekker Dekkers Devos Dierckx Dijkema Dijkman Dijkstra Driessen Duyvendak Dykstra Eeckhout
Egberts Eisma Engelen Everts Evers Feenstra Franssen Geerts Gerritsen Goossens Groen Groot Haaksma Haan Hagenaars
Hanssen Hazelhoff Heemskerk Hendrickx Hendriks Hendriksen Hermans Heyman Hofstra Hoogland Houtman Huisman Huygens
Jongsma Kamphuis Kampman Ketelaar Kleijn Kloosterman Knol Koning Koopman Koopmans Kooistra Kramers Kuiper Kuipers
Kuyper Lammers Lammens Leenders Lemmens Lievens Linders Maas Martens Meijer Michiels Molenaar Moons Mulders Nijhof
Nijland Oosterhuis Oosterveld Overbeek Pauwels Pietersen Poelman Postma Prins Reijnders Reinders Rietveld Roelofs
Rombouts Rooij Roosevelt Rutte Scheffer Schippers Schouten Slootmaekers Smeets Smits Smulders Snijders Spaans Spinoza
Steenbergen Stoffels Suijkerbuijk Swart Teunissen Thijs Thijssen Tinbergen Timmerman Timmermans Tulp Vandenberg
Vandenberghe Vanderbilt Vanhoutte Vandamme Verbeek Verbeke Verbruggen Vercauteren Verdonk Verhagen Verhoef Verhoeven
Vermeer Vermeersch Verschuren Verstappen Verstraete Vinke Visscher Vlaming Vroom Wagenaar Wauters Welten Wiegers
Wiersma Willems Willemsen Wolters Wouters Wuyts Zijlstra Zoetemelk Zuiderveld Zwart
"""
_ROMANCE = """
Aubert Aubry Auger Barbier Baudelaire Baron Barre Benard Berthelot Bertin Bertrand Besson Blanc Blondel Boucher
Bouchet Bouchard Boulanger Bourdon Bourgeois Bouvier Boyer Breton Brun Brunet Camus Carlier Caron Carpentier Charles
Charpentier Chevalier Chevallier Chirac Clement Clerc Colin Collet Cordier Couturier Cousin Cousteau Curie Daniel
Debussy Delacroix Delage Delattre Delaunay Delmas Delorme Denis Descartes Deschamps Devaux Dufour Dumas Dumont Dupont
Dupuis Dupuy Durkheim Duval Etienne Fabre Ferrand Flaubert Fleury Fouquet Foucault Gaillard Garnier Gautier Gerard
Germain Gervais Gilles Girardin Giraud Godard Gosselin Guerin Guichard Guillaume Guillot Guyot Hamel Hollande Huet
Hugo Humbert Jacquemin Jacques Jacquet Jospin Joly Jourdan Julien Lacombe Lagarde Laporte Lamy Langlois Laval Lebrun
Leclerc Leclercq Lecomte Leconte Leger Legrand Legros Lejeune Lemaire Lemaitre Lemoine Lenoir Lesage Levasseur Leveque
Macron Mallet Marchal Marchand Marechal Marie Marty Masson Mathieu Maurice Menard Mercier Meunier Millet Mitterrand
Monet Moliere Monnier Montagne Morel Moulin Noel Olivier Paris Pasquier Pasteur Perret Perrier Perrin Perrot Peyron
Philippe Picard Pichon Poirier Pompidou Poulain Prevost Proust Rabelais Ravel Raynaud Remy Renard Renaud Renault Rey
Reynaud Rimbaud Rivet Riviere Robert Robespierre Robin Rodin Roger Rolland Rostand Rouget Roussel Royer Sarkozy Sartre
Sauvage Schuman Tanguy Tessier Thibault Thierry Tournier Truffaut Vallee Valois Vasseur Vaillant Verlaine Verne Vial
Villeneuve Voisin Voltaire Zola Arsenault Beaulieu Beauchamp Belanger Bergeron Boudreau Cloutier Cormier Desjardins
Fortin Gagne Gagnon Lachance Lapierre Lavoie Levesque Ouellet Paquette Poulin Savard Theriault Thibodeau Tremblay
Trudeau Abate Agnelli Albanese Amato Amendola Antonelli Armani Arena Baldi Balotelli Barbato Barbieri Baresi Barone
Barzini Basile Basso Battaglia Bellini Benedetti Benigni Bergamini Berlusconi Bernardi Bernini Berti Bertolini
Bertolucci Bettini Biagi Bianco Bocelli Boccaccio Bonetti Bonucci Borghi Borromini Botticelli Bova Brambilla Bruni
Bruno Buffon Calabrese Calvino Cannavaro Capello Caputo Carbone Cardinale Carducci Caruso Casale Casanova Castelli
Catalano Cattaneo Cavalcanti Cavalli Cavallo Chiellini Cirillo Coppola Coppi Corti Cossiga Costantini Costantino Croce
Cuomo Damico Damiani Deluca Derosa Deangelis Desantis Donati Donnarumma Draghi Eco Fabbri Facchini Falcone Farina
Fellini Ferrante Ferrara Ferraro Ferrero Ferretti Ferri Filippi Fini Fiore Fiorentino Fontana Forlani Franchini Fusco
Galilei Gallo Gatti Garibaldi Gasparini Gattuso Gentiloni Germano Ghezzi Giacometti Gianni Giordano Giorgi Giuliani
Gramsci Grandi Grassi Grasso Grillo Guarino Guidi Iannone Innocenti Insigne Leone Leopardi Locatelli Longo Lorenzi
Luciani Machiavelli Magnani Maldini Mancini Mancuso Manfredi Manzoni Marchetti Marchesi Marconi Mariani Marini Marra
Martinelli Martino Marzano Mascagni Mastroianni Mattarella Mazza Mazzini Mazzoni Medici Mele Meloni Menichelli Merlo
Michelini Milani Montanari Montella Monteverdi Monti Morandi Moro Mussolini Napolitano Neri Nicoletti Nobile Orlandi
Orlando Paganini Pagani Pagano Palladino Palmieri Palumbo Panini Paolini Parisi Pasolini Pastore Pavarotti Pellegrini
Pellegrino Pennisi Perini Perrone Perugino Petrarca Petrucci Piccolo Pirandello Piras Pirlo Poli Ponti Prodi Proietti
Puccini Quaranta Raffaelli Raimondi Ranieri Rinaldi Riva Rizzi Rizzo Rocco Romeo Rossetti Rossini Rosso Ruggiero Sacco
Sala Salerno Salvi Salvini Sanna Santini Santoro Sanzio Sartori Savoia Scalia Scarpa Schiavone Scorsese Sereni Serra
Sforza Silvestri Simone Sorrentino Spina Stradivari Tarantino Tedesco Testa Togliatti Tommasi Tosi Toscani Totti
Travaglini Trentini Valente Valentini Venturi Verdi Verga Versace Vespucci Vezzali Vinci Visconti Vitale Vitali
Vivaldi Volpe Zaccardo Zanetti Zeffirelli Zoff Zucchero Abarca Abreu Acevedo Acuna Aguayo Aguero Aguilera Alarcon
Alcala Alcaraz Alfaro Allende Almagro Almodovar Altamirano Amador Amaya Anaya Andrade Angulo Antunez Apodaca Aragon
Arana Aranda Araujo Arce Arellano Arenas Arevalo Arguello Arias Armas Armenta Arredondo Arriaga Arrieta Arteaga Artiga
Asturias Avalos Avendano Avila Azevedo Baca Baez Balderas Banderas Banuelos Barajas Bardem Barragan Barraza Barreto
Barrientos Barrios Bazan Bejarano Belmonte Benavides Benavidez Bermudez Bernal Betancourt Bolanos Bolivar Borges
Borrego Botello Briones Bueno Bunuel Burgos Bustamante Caballero Cabello Cabezas Cabral Caceres Cadena Calles Calvo
Camarena Canales Capote Carbajal Cardona Carmona Carranza Carrasco Carrasquillo Carreon Carrera Carrero Carrion
Carvajal Casares Casas Casillas Castaneda Castano Castellanos Cavazos Ceballos Centeno Cepeda Cerda Cervera Chacon
Chaparro Chavarria Cintron Cobos Collado Collazo Concepcion Contador Cordero Cordoba Cornejo Corona Coronado Corral
Corrales Correa Cortazar Covarrubias Crespo Cuellar Cuesta Cueto Delarosa Duenas Echeverria Elizondo Encinas Escamilla
Escobedo Escudero Esparza Espejo Espino Espinal Espinosa Esquivel Estevez Falcon Farias Feliciano Ferrer Flamenco
Florez Fonseca Frias Fuertes Gaitan Galarza Galeano Galindo Gallardo Gallego Galvez Gamboa Gamez Gaona Garay Garrido
Garzon Gaytan Gil Gimenez Giron Godinez Godoy Gonzaga Granados Guajardo Guevara Guillen Guinea Gurrola Haro Henriquez
Heredia Hernando Herrero Hidalgo Hinojosa Holguin Hurtado Ibanez Infante Irizarry Izquierdo Jaime Jaramillo Jaimes
Jasso Jurado Laredo Larios Laso Leal Leiva Lemus Lerma Leyva Llamas Llanos Lobo Longoria Lorca Lozada Lucio Lugo Lujan
Madera Madero Madrid Madrigal Madueno Maestas Magana Malave Maradona Marrero Marroquin Mateo Matos Maya Mayorga
Mederos Mejias Melgar Mena Menchaca Menendez Merino Mesa Messi Meza Miguel Millan Mireles Mistral Moncada Mondragon
Monroy Montalvo Montanez Montano Montenegro Montero Montez Montiel Mora Morelos Morillo Mosquera Moya Mujica Muniz
Muro Nadal Najera Naranjo Narvaez Navarrete Navas Negrete Negron Nieto Nevarez Noriega Novoa Ocampo Ocasio Ojeda
Olivares Olivarez Olivas Olivera Olmedo Olmos Ontiveros Oquendo Ordonez Orellana Orosco Orta Otero Ovalle Oviedo Pabon
Padron Paez Palencia Palomares Palomino Pantoja Pardo Paredes Parra Partida Pascual Patino Pavon Paz Pedraza Pelayo
Peralta Perales Perdomo Pereyra Pinera Pinochet Pizarro Plaza Polanco Porras Portillo Posada Prado Preciado Prieto
Puente Puig Pujol Pulido Quesada Quezada Quijano Quintana Quintanilla Quiroga Quiroz Ramal Ramon Raya Recio Redondo
Regalado Renteria Restrepo Resendez Reynoso Rico Rincon Riojas Rivero Robledo Roca Rodarte Rodas Rodrigo Roldan Rolon
Romo Roque Rosado Rosas Rua Rueda Ruelas Ruvalcaba Saavedra Sabato Saenz Saez Salcedo Salcido Saldana Saldivar
Samaniego Sanabria Sanches Sanjuan Sanmiguel Santacruz Santamaria Santillan Sanz Sarabia Sauceda Segovia Segura
Sepulveda Serna Serrato Sevilla Sierra Sigala Sisneros Sola Solano Soliz Solorio Solorzano Soria Soriano Sotelo
Sotomayor Tafoya Talavera Tamayo Tejada Tejeda Tellez Tello Teran Terrazas Tijerina Tirado Toledo Trejo Urena Urrutia
Vaca Valadez Valderrama Valdivia Valentin Valera Valerio Valle Vallejo Varela Vazquez Vela Velarde Velazco Velazquez
Vera Verdugo Verduzco Vergara Vicario Viera Vigil Villagomez Villalba Villalobos Villalpando Villaluz Villasenor
Villegas Viramontes Ybarra Yanez Yepez Zabala Zambrano Zaragoza Zarate Zayas Zelaya Zepeda Zubiri Zuniga Abrantes
Aguiar Albuquerque Alencar Amaral Amorim Antunes Assis Assuncao Bandeira Barbosa Barros Bastos Bezerra Botelho Braga
Branco Brandao Brito Caldeira Camara Camargo Cardoso Carneiro Castelo Cavalcante Cerqueira Chagas Coelho Cordeiro
Correia Coutinho Couto Damasceno Dantas Dias Domingues Dutra Esteves Faria Ferraz Ferreira Figueiredo Fogaca Fontes
Fraga Freire Furtado Galvao Gama Godinho Goes Goncalves Gouveia Guedes Guerreiro Guimaraes Gusmao Henriques Jardim
Lacerda Leao Leitao Leite Lemos Lima Lobato Lopes Lourenco Lula Macedo Machado Maciel Magalhaes Maia Malheiros Marinho
Mascarenhas Matias Mattos Meireles Mello Melo Mendonca Menezes Mesquita Monteiro Moraes Morais Moreira Mota Moura
Mourinho Nascimento Negreiros Neves Niemeyer Nogueira Novaes Paes Paiva Passos Patricio Peixoto Pessoa Pimenta
Pimentel Pinheiro Portela Prates Queiros Queiroz Quintela Ramalho Rebelo Rego Reis Resende Rezende Roriz Sa Salgueiro
Sampaio Saramago Saraiva Sequeira Serpa Silveira Simoes Siqueira Soares Sobral Souza Teles Tome Trindade Valadares
Vasconcelos Vaz Veiga Veloso Viana Vidigal Vieira Vilela Vilhena Xavier
"""
_AFRICA = """
Abah Abdulkadir Abiola Abubakar Achebe Adamu Adebanjo Adebayo Adebisi Adedeji Adegoke Adekunle Adelabu Adeleye Ademola
Adeniji Adeniran Adeniyi Adenuga Adeoye Adepoju Aderinto Adesanya Adesina Adetokunbo Adewale Adichie Afolabi Afolayan
Agbaje Agboola Agu Agwu Ahmadu Aina Ajala Ajayi Ajibade Akande Akanni Akinola Akinyemi Akpabio Akpan Alabi Alakija
Aliyu Amadi Amaechi Amosun Anikulapo Aniekan Anozie Anyanwu Aremu Asika Atiku Awolowo Ayinde Ayodele Azikiwe Babalola
Babangida Bakare Balewa Bamgbose Bankole Bassey Bello Buhari Chukwu Chukwuemeka Chukwuma Coker Danjuma Dangote Dike
Ebong Edem Efiong Egwu Ejiofor Ekpo Ekwueme Emecheta Enwezor Ezekwesili Fagbemi Falana Fashola Fayemi Folarin Ganiyu
Garba Gbadamosi Haruna Ibekwe Ibe Igbinedion Igwe Iheanacho Ikpeazu Imoke Inyang Iroegbu Iwobi Iwu Jaja Jegede Jimoh
Kalu Kanu Kuti Ladipo Macaulay Madu Maduka Mbadinuju Mbah Ndubuisi Njoku Nnadi Nwachukwu Nwankwo Nwaneri Nwokocha
Nzeogwu Obaseki Obasanjo Obiora Odili Odinga Odumegwu Ofili Ogbonna Ogundipe Ogunbanjo Ogunleye Ojo Ojukwu Okagbare
Okereke Okocha Okogie Okon Okonjo Okoro Okoye Okpara Okri Oladipo Olajide Olaniyan Olatunji Olawale Olowe Olu Omotoso
Oni Onuoha Onwuachi Onyeama Onyekachi Opara Orji Osagie Osinbajo Osimhen Osuji Oyedepo Oyelowo Oyinlola Sanusi
Saro-Wiwa Shagari Shittu Shonekan Shonibare Soyinka Tinubu Ubah Uche Udoh Ugwu Ukaegbu Umar Umeh Usman Uzoma Wike
Yakubu Yusuf Abban Acheampong Acquah Addae Addo Adjei Adomako Adu Afful Afriyie Agyei Agyekum Agyemang Akoto
Akufo-Addo Akyeampong Amankwah Amoah Amoako Ampofo Ampomah Anane Ankrah Annan Ansah Anokye Antwi Arthur Asamoah Asare
Asiedu Atta Ayew Badu Baffour Bediako Bekoe Boadi Boakye Bonsu Darko Dapaah Donkor Dwamena Essien Frimpong Gyan Gyamfi
Konadu Kufuor Kumi Kuffour Kwakye Kwarteng Mahama Nkansah Nketia Nkrumah Obeng Ofori Oduro Okyere Opoku Oppong Osei
Partey Peprah Prempeh Quaye Quarshie Rawlings Sackey Sarpong Tagoe Tetteh Twumasi Yeboah Ba Badji Badiane Bamba Bah
Bathily Cisse Coulibaly Dabo Dembele Demba Diaby Diagne Diakite Diallo Diarra Diatta Diawara Diop Diouf Dioum Doumbia
Drogba Fall Faye Fofana Gaye Gassama Gueye Guindo Ka Kaba Kamara Kante Keita Kone Konate Kourouma Kouyate Mane Mbaye
Mbengue Mbow Mendy Ndiaye Ndoye Ngom Niang Niasse Ouattara Ouedraogo Sagna Sakho Samb Sanogo Sankara Sarr Savane Seck
Senghor Sidibe Sissoko Soumare Soumah Sow Sy Sylla Tall Tandia Thiam Thiaw Toure Traore Tounkara Wague Yattara Zongo
Compaore Kabore Sawadogo Kouassi Kouame Koffi Konan Gbagbo Bedie Ake Ehouman Eto Song Milla Mbappe Mbia Nkoulou Biya
Ondoa Ngando Mboma Abega Nkono Etoo Tchoumi Tchouameni Tchatchoua Deby Lumumba Kabila Tshisekedi Kasavubu Mobutu
Mutombo Mukendi Ilunga Kabongo Kalala Kasongo Tshibangu Mbuyi Ngoyi Makiadi Bolasie Mbemba Wissa Mulumba Lukaku Abuya
Achieng Akinyi Atieno Barasa Bett Chebet Cheruiyot Chepkoech Gatheru Gathogo Gitau Githinji Kagame Kagwe Kamau Karanja
Kariuki Kenyatta Kibaki Kibet Kigen Kimani Kimeli Kimutai Kinyanjui Kinyua Kipchoge Kipketer Kiplagat Kiprop Kipruto
Kiptanui Kirui Kithinji Koech Korir Kosgei Langat Macharia Maina Masai Maathai Mboya Mbugua Mburu Moi Muchiri Mugo
Muigai Munyua Murithi Muriuki Musyoka Muthoni Mutai Mutua Mutuku Mwai Mwaniki Mwaura Mwendwa Ndegwa Ngetich Ngugi
Njenga Njeri Njoroge Nyambura Nyong'o Ochieng Odhiambo Oduor Ogola Okello Okoth Olouch Oluoch Omondi Onyango Opiyo
Ouko Ouma Owino Rotich Rudisha Ruto Waiganjo Wafula Wainaina Wambua Wangari Wanjala Wanjiru Wanyama Wanyoike Wekesa
Kabaka Kiggundu Lubega Mukasa Museveni Mugisha Mugabe Musoke Nsubuga Okot Ssali Ssemakula Tumusiime Byaruhanga
Habyarimana Kayibanda Nkurunziza Ndayishimiye Nyerere Magufuli Mkapa Kikwete Mwinyi Mwakyembe Mbowe Lissu Massawe
Mushi Kimaro Mollel Swai Lyimo Mrema Shirima Urassa Chiluba Kaunda Mwanawasa Hichilema Mwape Phiri Zulu Tembo Sakala
Mumba Mulenga Musonda Mutharika Chakwera Muluzi Gondwe Kachale Nyirenda Mkandawire Chirwa Abebe Admassu Alemayehu
Alemu Ayele Assefa Ayana Bayisa Bekele Belay Berhane Beyene Biru Dadi Defar Degefu Demissie Desta Dibaba Ejigu Eshetu
Fekadu Gebremariam Gebremedhin Gebreselassie Gebrselassie Gebru Getachew Gezahegne Gidey Girma Haile Hailemariam Hailu
Kassahun Kebede Kiros Legesse Lemma Mamo Mekonnen Melaku Mengistu Mulugeta Negash Negussie Regassa Selassie Shiferaw
Sisay Tadesse Tafa Tafesse Tefera Teferi Tekle Teklehaimanot Tesfaye Tesfamariam Tessema Teshome Tilahun Tola Tsegaye
Tulu Wolde Woldemariam Wondimu Worku Yimer Yirga Yohannes Zeleke Zenawi Zewde Abdirahman Abdullahi Abshir Aden Adan
Dirie Dualeh Egal Elmi Geedi Guled Gure Hersi Jama Mohamud Nur Nuur Omaar Samatar Shire Sharmarke Siad Warsame Baloyi
Bhengu Biko Botha Buthelezi Cele Coetzee Coetzer Chauke Dhlamini Dladla Du-Plessis Erasmus Fourie Gumede Gwala Hadebe
Hani Hlatshwayo Jantjies Jele Joubert Khoza Kekana Kgosana Khanye Kriel Kubheka Labuschagne Langa Lekota Ledwaba
Letsholonyane Louw Luthuli Mabaso Mabena Mabunda Mabuza Madikizela Madonsela Madiba Mahlaba Mahlangu Makeba Makgoba
Malatji Malan Malema Maluleke Mandela Mantashe Maphosa Maree Marais Maseko Masilela Masondo Mathebula Mathunjwa
Matsepe Mavuso Mazibuko Mbatha Mbele Mbalula Mboweni Mchunu Mdluli Meyiwa Mhlongo Mhlanga Mkhabela Mkhize Mkhwanazi
Mnguni Moeketsi Mofokeng Mogale Mokoena Molefe Moloi Moroka Mosia Motaung Motlanthe Motsepe Mthembu Mthethwa Mtshali
Mthimkhulu Myeni Naidoo Nel Ndaba Ndebele Ndimande Ndlovu Ndou Ngcobo Ngubane Ngwenya Nkabinde Nkomo Nkuna Nortje
Ntuli Nxumalo Nyathi Nzimande Oberholzer Oosthuizen Phakathi Plaatje Pienaar Pretorius Radebe Ramaphosa Ramaila Sebeko
Seema Sekgala Selebi Shabalala Shabangu Shange Shezi Sibeko Sibiya Sibanda Sisulu Sithole Skosana Snyman Steyn Sobukwe
Swanepoel Tambo Theron Thwala Tsotetsi Tshabalala Tutu Twala Vilakazi Viljoen Vorster Xaba Ximba Zuma Zondo Zungu
Zwane Chamisa Charamba Chidzambwa Chigumba Chihuri Chikwanha Chimurenga Chinamasa Chirisa Chitepo Chivhu Chiwenga
Dabengwa Gumbo Gwanzura Jongwe Kaseke Machel Madzivanyika Magaya Mahachi Makamure Makoni Mangwana Manyika Mapfumo
Maposa Marufu Masuku Matambo Mawere Mhere Mnangagwa Mpofu Msika Mudenda Mudzuri Mujuru Mukanya Mukarati Munetsi
Murambiwa Murerwa Murewa Mutambara Mutasa Mutsvangwa Muzenda Muzorewa Ncube Ndoro Nhongo Nyamande Nyoni Shamu Shumba
Tekere Tongogara Tsvangirai Zimuto Ziyambi Zvobgo Andriamanelo Rajaonarimampianina Rajoelina Rakoto Rakotomalala
Randria Randrianasolo Ratsiraka Ravalomanana Razafindrakoto
"""
_ANGLO_AND_CELTIC = """
Abernathy Acton Adair Adamson Addison Ainsworth Allan Allard Allison Allred Alston Amos Anders Anthony Appleby
Applegate Archibald Ashcroft Ashford Ashley Aston Atherton Attwood Ayers Babcock Bagley Bagshaw Bain Bannister Barclay
Barnard Barnett Barr Barrow Basset Bassett Batchelor Batten Bayley Beattie Beaumont Beckett Beckham Beecham Belcher
Bellamy Benedict Beresford Bevan Biggs Billings Bingham Birch Birchall Blackman Blackmore Blackwood Blakely Bland
Bligh Bloom Blount Blythe Boles Bonner Boswell Bosworth Bower Bowie Bowles Boyce Bracken Bradbury Bragg Bramley
Brandon Branson Bray Brewster Bridgeman Bright Brighton Bristow Britton Broadbent Brogan Bromley Brookes Broughton
Browne Brunton Buckingham Buckner Burden Burgin Burks Burnham Burr Burrell Burroughs Burrows Burt Busby Butcher
Butterfield Buxton Bynum Calder Calhoun Callaghan Calloway Calvert Camp Cantrell Capps Cargill Carlton Carmichael
Carnegie Carrington Carruthers Cartwright Caruthers Carver Cassidy Caswell Cates Caulfield Causey Cavanaugh Cave
Cavendish Chadwick Chalmers Chamberlain Champion Chappell Charlton Chase Cheatham Chester Chilton Christian Christie
Churchill Clancy Clapp Clapham Clapton Clary Clay Clegg Clemons Cleveland Clifford Clifton Clinton Coates Cochrane
Coffman Colbert Colby Colclough Coley Colley Collier Collingwood Collinson Colson Colvin Comstock Conaway Connell
Connelly Connors Conroy Constable Cooley Coombs Corbett Corbin Corcoran Cornish Cornwell Costello Cotter Cotton
Coulter Courtney Covington Cowan Cowell Cowley Coyle Coyne Crabtree Cranston Craven Crawley Creighton Crenshaw
Cresswell Crews Crocker Crockett Croft Cromwell Crossley Crouch Crow Crowder Crowe Crowell Crowley Crowther Crum Crump
Culbertson Cullen Culpepper Cummins Cupp Curran Currie Cushing Cutler Dalziel Damon Danforth Darby Darcy Darling
Darnell Darwin Davey Dawkins Dayton Deal Deaton Delaney Denham Denning Denny Denton Derrick Desmond Devereux Devine
Devlin DeWitt Diamond Dick Dickens Dickinson Dickson Diggs Dillard Dobbins Dobbs Dobson Dockery Dodd Dodge Dolan
Donahue Donald Donoghue Donohue Dooley Doran Dotson Dowd Dowell Dowling Downey Downing Draper Drew Driscoll Drury
Dugan Duggan Dunbar Dunham Dunlop Dunning Durbin Durham Dutton Dwyer Dye Dyson Eagle Eagleton Earle Earley Easley
Eastman Easton Eccles Edgar Edison Edmond Edmonds Edmondson Edmunds Egan Elder Eldridge Elkins Ellington Ellsworth
Elmore Elton Ely Emery Emmons Ennis Epps Ervin Erwin Eubanks Everett Ewing Fairbanks Fairchild Fairclough Faircloth
Fairfax Fallon Fanning Farnsworth Farnham Farr Farrar Farris Farrow Fawcett Feeney Felder Fenton Fenwick Ferris Ferry
Fielding Findlay Finn Finnegan Finney Firth Fish Fishburne Fitch Fitzsimmons Fitzwilliam Flanagan Flanders Flannery
Flint Flood Flowers Foley Foote Forester Forrest Forrester Forsyth Forsythe Fortune Foss Fountain Fowles Fraley Frame
Frampton Franks Frederick Freed Fulcher Fulton Furlong Gaffney Gage Galbraith Gale Gallacher Galloway Gannon Garber
Garland Garvey Garvin Gaskell Gaskill Gavin Gay Geary Germany Gibbons Gifford Gilchrist Giles Gilliam Gillis Gilman
Gladstone Glasgow Gleason Gleeson Godfrey Godwin Goff Goldsmith Goode Gooch Goodall Goodrich Goodson Goodyear Gore
Gorman Goss Gough Granger Grantham Grayson Greaves Greenberg Greenfield Greenwood Gregg Gregory Grey Grice Grier
Grieve Griffith Groves Grove Grover Grubb Gunn Guthrie Guy Hackett Hadden Haddock Hadley Hagan Haines Halliday Halpin
Halsey Ham Hamby Hamer Hamm Hammer Hampson Handley Haney Hankins Hanley Hanlon Hannah Hannigan Hannon Harcourt
Hardwick Hardman Hargreaves Harker Harkins Harland Harley Harlow Harman Harney Harp Harriman Harrold Hartley Harwood
Haskell Hastings Hatch Hatcher Hathaway Hatton Havens Hawes Hawk Hawke Hawker Hawley Hay Hays Hayward Haywood Head
Healey Healy Heard Hearn Heaton Hedges Helms Helton Hemingway Henley Hennessy Henson Herbert Herrington Hewitt Heyward
Hibbert Hickey Hickson Higginbotham Higgs Hightower Hilliard Hilton Hindley Hinkle Hinson Hitchcock Hoare Hobson
Hodgson Hodgkins Hodgkinson Holbrook Holcomb Holcombe Holdsworth Holiday Holley Hollingsworth Hollins Holton Honeycutt
Hooker Hopkinson Horan Hornby Horner Horsley Hoskins Hough Houghton Howells Howland Hoyle Hoyt Hubble Hudgins Huggins
Hulme Hume Humphreys Humphries Huntley Hurd Hussey Huston Hutchins Hutton Huxley Hyatt Hyde Inglis Innes Ireland Irvin
Irvine Irving Isaacs Isbell Ivey Ivory Jack Jacks Jacobson Jamieson Jamison Jarrett Jefferies Jeffers Jeffrey Jeffreys
Jeffries Jenner Jerome Jessop Jewell Jobs Johnstone Joiner Jolly Joyner Judd Judge Julian Justice Kavanagh Kean
Kearney Kearns Keaton Kee Keefe Keegan Keenan Keene Keen Kellogg Kelso Kendall Kendrick Kenney Kenny Kent Kenyon Keogh
Kerrigan Kershaw Key Kiernan Kilgore Killian Kilpatrick Kimball Kimble Kincaid Kinder Kingsley Kingston Kinney
Kinsella Kinsey Kipling Kirkland Kirkpatrick Kirkwood Kirwan Kitchen Kneale Knowles Knowlton Lacey Lacy Ladd Lafferty
Laing Laird Landers Landon Langdon Langford Langley Langston Langton Lanham Lanier Lansbury Lassiter Latham Latimer
Law Laws Lawler Lawton Lay Layton Leahy Leary Leavitt Ledford Leggett Leigh Leighton Lemon Lennon Lennox Lester Leven
Lever Lewin Leyland Liddell Liddle Lightfoot Lindley Littlejohn Littleton Livingstone Locke Lockwood Loftus Lomax
London Longman Loomis Lord Lovell Lovett Lowell Lowery Lowry Lumley Lundy Lunn Lusk Luther Lyle Lyman Lytle Mabry
MacAllister MacArthur Macdougall Macfarlane MacGregor MacInnes MacIntosh MacIntyre MacKay MacKinnon MacLean MacMillan
MacNamara MacNeil MacPherson MacRae Maddox Madison Maguire Mahon Mahony Mallory Mallon Maloney Manley Mansfield Maple
Marchant Markham Marlow Marlowe Marr Marriott Marshal Masterson Mather Mathers Matheson Mathieson Maude Mawson Maxey
Mayfield Mays McAdams McArthur McCabe McCain McCallum McCartney McCarty McCauley McClellan McClelland McClendon
McClintock McCord McCracken McCray McCutcheon McDaid McDonagh McDonnell McDonough McDougal McElroy McFadden McFarland
McFarlane McGill McGinnis McGinty McGovern McGowan McGraw McGregor McGuinness McHugh McIlroy McInnis McIver McKean
McKellar McKeown McKeon McKinley McKinnon McKnight McLain McLeod McMillen McMullen McNair McNally McNamara McNamee
McNeal McNeill McNulty McRae McShane McTavish McVey McWhorter Mead Meade Means Mears Medlock Meehan Meek Meeks Mellon
Meredith Merrick Merrill Merton Metcalf Metcalfe Michaels Middleton Milburn Milam Millar Millard Millen Milligan
Millington Milner Milton Mims Minton Mitchum Mize Mobley Moffat Moffatt Moffett Mohr Moll Molloy Moloney Monaghan
Monahan Monk Montague Mooney More Moreland Morey Moriarty Morley Morrell Morse Mortimer Mosby Moseley Moses Mott
Moulton Mount Mowbray Muldoon Mulcahy Mulholland Mullen Mulligan Mullin Mumford Muncy Munn Munroe Munson Murdoch
Murdock Murphree Murrow Musgrave Musgrove Musk Nagle Nance Napier Nathan Naughton Neale Nealon Needham Neely Neill
Neilson Nesbitt Neville Newby Newcomb Newell Newsome Nichol Nicholas Nicholl Nicholls Nickerson Nicol Nightingale Nix
Norfolk Norwood Nugent Nunn Nutt Oakes Oates Oden Odell Ogle Oldham Olds Oliphant Orton Orwell Osborn Osbourne Osgood
Otis Overton Owensby Paddock Padgett Paine Painter Palin Parish Parkes Parkin Parkinson Parnell Parris Parrott Parry
Partridge Paterson Patten Paulson Pawley Paxton Payton Peabody Peacock Pearce Peel Pell Pender Pendleton Penn Peoples
Pepper Percival Percy Perdue Perron Person Peter Phelan Philips Phillipson Pickard Pickering Pike Pilkington Pinkerton
Pinkney Piper Pitt Pitts Platt Plummer Poe Poindexter Polk Pollock Poore Posey Poston Pound Power Prentice Prescott
Presley Prewitt Pridgen Priest Priestley Pringle Prosser Pryor Puckett Pullman Purdy Purnell Putnam Pyle Quick Quigley
Quinlan Radford Rafferty Rainey Ralph Ralston Rand Rankin Ransom Ratliff Rawls Rawson Rayburn Rayner Reagan Reardon
Redding Redford Redgrave Redman Redmond Renfro Rennie Renshaw Reno Revell Reynard Rhoads Rhymes Rich Richey Richie
Rickard Rickman Riddell Rider Ridge Ridgeway Ridley Rigby Rigsby Ripley Ritchey Rivers Robb Robbie Robins Robson
Rockefeller Rockwell Roddy Rodman Roe Romney Rooney Roper Roscoe Roswell Rothwell Roundtree Rourke Rouse Rowan Rowell
Rowley Rowling Rowntree Royal Royce Royle Rucker Rudd Ruff Ruffin Rushing Ruskin Russ Russel Rust Ruth Rutland Ryder
Salisbury Salmon Salter Sample Samson Samuel Samuelson Sanderson Sandford Sands Sanford Sargent Saxton Saylor Sayers
Scales Scarborough Schofield Scruggs Scully Seals Sears Seaton Seay Sedgwick Seeley Self Selby Severson Sewell Seymour
Shackleton Shafer Shakespeare Shanahan Shank Shanks Sharkey Sharpe Shearer Sheehan Sheffield Shelby Sheldon Shelley
Shepard Shephard Sheppard Sheridan Shipley Shipman Shirley Shoemaker Shore Shrader Shuler Siddall Siddons Sidney
Simons Simpkins Singer Sipes Sisson Sizemore Skaggs Skelton Slade Slaughter Smalley Smallwood Smart Smiley Smyth
Smythe Snead Snell Snider Somers Somerset Somerville Sorrell Southern Southgate Sowell Spalding Spangler Spaulding
Spear Speed Spence Spicer Spooner Springsteen Sprague Squires Staley Standish Stanford Stanhope Stanley Stapleton
Starks Starling Starr Statham Staton Stearns Steed Steel Stephen Sterling Steward Stiles Stillman Stinson Stock
Stockton Stoddard Storey Storm Stovall Stover Stratton Streeter Stringer Strong Stroud Stubbs Sturgeon Sturgis Styles
Suggs Sumner Sutton Swain Swann Sweet Swenson Swift Swinton Sylvester Tabor Taft Talley Tanner Tapp Tatum Teague
Tempest Temple Tennyson Tharp Thacker Thackeray Thatcher Thayer Theriot Thomason Thompsen Thomson Thrasher Thurman
Thurston Tibbs Tidwell Tiller Tillman Tilley Tindall Tinsley Tipton Titus Tobin Toland Tolbert Toliver Tolkien
Tomlinson Toner Toney Tovey Towns Tracy Trahan Trammell Travers Travis Treadwell Trent Trimble Tripp Trotter Trout
True Trump Tubbs Tuck Tully Turnbull Turpin Tuttle Twain Tyndall Usher Venable Vick Vickers Victor Vinson Wadsworth
Waite Wakefield Walden Waldron Wale Wales Wallis Walpole Walling Wallington Walmsley Walsham Warburton Warden Wareham
Warfield Waring Warwick Washburn Waterman Wayne Weatherby Weatherly Weatherspoon Weathers Weeks Weems Welborn Weldon
Weller Wellington Wellman Wesley Wesson Westfall Westmoreland Weston Wetherby Whalen Whaley Wharton Whatley Wheaton
Whelan Whipple Whitcomb Whitehouse Whiteside Whiting Whitlock Whitman Whitmore Whitt Whittington Whitworth Whyte Wick
Wicks Wilde Wilkie Willett Willey Willoughby Wills Willson Wilmot Wilton Winchester Windham Windsor Wingate Winfield
Winfrey Winn Winslow Winstead Winston Winthrop Witherspoon Woodbury Woodcock Woodhouse Woodruff Woodson Woodworth
Woody Wooldridge Worley Worthy Wray Wren Wylie Wyman Wynne Yarbrough Yardley Yeager Yeats Yorke Youngblood Ahearn
Ahern Banville Begley Behan Bhriain Bohan Boland Bourke Brannigan Breen Broderick Brosnan Cahill Callan Canavan
Canning Carmody Cashman Cleary Coady Coakley Cody Coghlan Colgan Comerford Concannon Condon Connaughton Considine
Coogan Costigan Coughlan Cregan Cronin Crotty Cuddy Culhane Cunnane Curley Cusack Cussen Deasy Deegan Delahunt Devane
Diskin Dineen Donlon Dorgan Dowdall Duane Fagan Fahey Fahy Fenlon Finnerty Fitzmaurice Flaherty Flavin Fogarty Freeney
Galvin Gavigan Geoghegan Geraghty Gilligan Gilmartin Glynn Gogarty Gormley Greaney Guiney Halligan Hanrahan Heaney
Heffernan Hegarty Hehir Henchy Horgan Hourihane Hynes Kealy Keaney Keaveney Kelleher Kenneally Kenneth Kerins Kilbride
Kilroy Kinahan Lalor Lally Lambe Lavelle Lavin Lawlor Lehane Lenihan Linehan Looney Lydon Madigan Mangan Mannion
McAleer McAleese McArdle McAuley McAuliffe McBrien McCaffrey McCluskey McCourt McCrory McEvoy McGahern McGarry McGeady
McGeehan McGettigan McGlynn McGoldrick McGonagle McGroarty McInerney McKiernan McLoughlin McMenamin McMorrow
McNicholas McPartland McQuaid McQuillan McSweeney McTiernan Meaney Minogue Molony Morrissey Moynihan Mulhern Mullaney
Mulrooney Mulvaney Nallen Nally Neary Neeson Noone Nulty Nyhan Plunkett Prendergast Quirke Rafter Reddan Riordan Ronan
Ruane Scanlan Scanlon Shanley Shaughnessy Sheedy Sheehy Sheeran Shevlin Slattery Staunton Sugrue Taaffe Tiernan
Timoney Toibin Toomey Treacy Troy Tuohy Twomey Tynan Varley Wall Woulfe Beynon Cadwallader Craddock Gethin Glyndwr
Gwynne Jenkin Llewellyn Llywelyn Maddock Morgans Penry Powys Preece Prothero Prytherch Rees Rhys Watkin Yorath Kahale
Kahananui Kalama Kamaka Kealoha Kekuku Mahoe Nakoa Tamihana Te Ngata Parata Rangihau Tamatea Taumalolo Tauranga Tuala
Tuilagi Fonoti Faleafa Leavasa Malietoa Mataafa Taufa Tupou Vaipulu Fifita Folau
"""


def family_names() -> frozenset[str]:
    """Return all of them."""
    return frozenset(
        " ".join(
            (
                _CHINESE,
                _EAST_ASIA,
                _SOUTH_EAST_ASIA,
                _SOUTH_ASIA,
                _MIDDLE_EAST,
                _SLAVIC,
                _EUROPE_EAST,
                _EUROPE_NORTH,
                _ROMANCE,
                _AFRICA,
                _ANGLO_AND_CELTIC,
            )
        ).split()
    )
