"""Family names of the world by language community, without diacritics."""

from __future__ import annotations

_CHINESE = """
Ai An Au Bai Bao Bi Bian Cai Cao Cen Chan Chang Chao Chau Che Chen Cheng Cheong Cheung Chia Chiang Chien Chiu Choi
Chong Chow Choy Chu Chua Chui Chung Cui Dai Deng Ding Dong Dou Du Duan Fan Fang Fei Feng Fong Foo Fu Fung Gan Gao Ge
Geng Goh Gong Gu Guan Guo Han Hao Heng Ho Hong Hou Hsiao Hsieh Hsu Hu Hua Huang Hui Hung Huo Ip Ji Jia Jian Jiang Jiao
Jin Jing Kam Kang Keung Khoo Ko Kong Koo Kuang Kuo Kwan Kwok Kwong Lai Lam Lau Lei Leong Leung Li Liang Liao Liew Lim
Lin Ling Liu Lo Loke Loo Lou Lu Lui Luk Luo Lv Ma Mak Mao Mei Meng Mi Miao Mo Mok Mu Ng Ni Nie Ning Niu Ong Ou Ouyang
Pan Pang Peng Ping Poon Pu Qi Qian Qiao Qin Qiu Qu Quan Quek Rao Ren Rong Ruan Seah Seow Shao She Shek Shen Sheng Shi
Shih Shum Shu Sima Situ Siu So Soh Su Sui Sun Szeto Sze Tam Tan Tang Tao Tay Teng Teo Teoh Tian Tieu Ting Tong Tsai
Tsang Tse Tseng Tsoi Tsui Tu Tung Wan Wang Wei Wen Weng Woo Wu Xi Xia Xiang Xiao Xie Xin Xing Xiong Xu Xue Yam Yan
Yang Yao Yap Ye Yeh Yeo Yeung Yi Yim Yin Ying Yip Yiu You Yu Yuan Yue Yuen Zeng Zha Zhan Zhang Zhao Zheng Zhong Zhou
Zhu Zhuang Zhuge Zhuo Zong Zou Zuo
"""
_EAST_ASIA = """
Abe Adachi Akiyama Amano Ando Aoki Aoyama Arai Arakawa Araki Asano Baba Chiba Chino Doi Endo Enomoto Fujii Fujimoto
Fujimura Fujisawa Fujita Fujiwara Fukuda Fukui Fukushima Furukawa Goto Hamada Hamasaki Hara Harada Hasegawa Hashimoto
Hashiguchi Hattori Hayakawa Hayashi Higashi Higuchi Hino Hirai Hirano Hirata Hirose Hiroshige Honda Hori Horie
Horiuchi Hoshino Hosokawa Iida Iijima Ikeda Imai Imamura Inagaki Inoue Ishida Ishihara Ishii Ishikawa Ito Iwai Iwamoto
Iwasaki Iwata Kaneko Kaneshiro Kasai Katayama Kato Kawada Kawaguchi Kawahara Kawai Kawakami Kawamoto Kawamura Kawasaki
Kikuchi Kimura Kinoshita Kishi Kishimoto Kitagawa Kitamura Kobayashi Koga Koike Koizumi Kojima Komatsu Kondo Konishi
Konno Koyama Kubo Kubota Kudo Kumagai Kuroda Kurokawa Kurosawa Maeda Maekawa Maruyama Masuda Matsubara Matsuda Matsui
Matsumoto Matsumura Matsunaga Matsuo Matsushita Matsuura Matsuzaki Mikami Minami Minamoto Miura Miyagawa Miyake
Miyamoto Miyashita Miyata Miyazaki Miyazawa Mizuno Mori Morikawa Morimoto Morita Moriyama Murai Murakami Muramatsu
Murata Muto Nagai Nagano Nagasawa Nagata Nagashima Naito Nakada Nakagawa Nakahara Nakai Nakajima Nakamoto Nakamura
Nakanishi Nakano Nakao Nakashima Nakata Nakatani Nakayama Nakazawa Narita Nishi Nishida Nishikawa Nishimoto Nishimura
Nishino Nishioka Nishiyama Nishizawa Noda Noguchi Nomura Oba Obata Ochiai Oda Ogata Ogawa Ogino Ogura Ohno Oikawa Ohta
Oka Okabe Okada Okamoto Okamura Okazaki Okubo Okuda Okumura Onishi Ono Oshima Ota Otani Otsuka Oyama Ozaki Ozawa Saeki
Saito Sakaguchi Sakai Sakakibara Sakamoto Sakata Sakuma Sakurai Sano Sasaki Sato Sawada Sawamura Seki Sekiguchi
Shibata Shibuya Shimada Shimizu Shimura Shinohara Shiraishi Shirai Shoji Suda Sudo Sugawara Sugimoto Sugita Sugiura
Sugiyama Sumida Suzuki Tachibana Tada Taguchi Takada Takagi Takahashi Takano Takaoka Takashima Takayama Takeda
Takeuchi Takemoto Takenaka Takizawa Tamura Tanabe Tanaka Taniguchi Tani Terada Toda Tominaga Tomita Toyoda Tsuchiya
Tsuda Tsuji Tsukada Tsukamoto Uchida Uchiyama Ueda Ueno Uehara Ueki Uemura Umeda Ushijima Usui Wada Wakabayashi Watabe
Watanabe Watari Yabe Yagi Yamada Yamagata Yamagishi Yamaguchi Yamamoto Yamamura Yamanaka Yamaoka Yamasaki Yamashita
Yamauchi Yamazaki Yano Yasuda Yokota Yokoyama Yoneda Yoshida Yoshikawa Yoshimoto Yoshimura Yoshino Yoshioka Yuasa
Yukawa Banh Bui Dang Dao Diep Dinh Doan Duong Ha Hoang Huynh Khuat Khong La Le Luong Luu Ly Mac Mai Ngo Nghiem Nguyen
Ninh Nong Pham Phan Phi Phung Quach Ta Thach Thai To Ton Tran Trieu Trinh Truong Vo Vu Vuong Chaiyaporn Charoenphon
Chatchai Chuasiriporn Intharaphithak Jaidee Kittikachorn Panyarachun Phrommin Rattanakorn Saelim Saetang Shinawatra
Siripong Sirikul Sombat Srisai Suwannarat Thongchai Wongsakul Wongsawat Vejjajiva Chea Chhay Chhim Keo Khiev Khin Kim
Meas Nhem Oum Prak Sam Seng Sok Som Sovann Srey Touch Vann Batbold Bold Ganbaatar Tserendorj
"""
_SOUTH_EAST_ASIA = """
Abdullah Halim Hamzah Hashim Hidayat Hutagalung Hutapea Kurniawan Kusuma Lubis Mahendra Manullang Maulana Nababan
Nasution Nugraha Nugroho Panggabean Pangestu Permadi Permana Pohan Prabowo Pradana Pranata Prasetyo Pratama Purnama
Purnomo Putra Rahman Rajagukguk Ramadhan Razak Saputra Santoso Setiawan Siahaan Sihombing Silalahi Simanjuntak
Simatupang Sinaga Siregar Sitorus Subroto Sudirman Suharto Sukarno Sulaiman Supriyadi Suryadi Susanto Sutanto Tanjung
Tampubolon Utomo Wibowo Wicaksono Widjaja Wijaya Winata Yusof Zulkifli Abad Abella Acosta Agbayani Aguinaldo Alcantara
Aquino Arroyo Bacani Bautista Bonifacio Buenaventura Cabrera Catapang Cayabyab Cojuangco Cuenco Custodio Dalisay
Dimaculangan Dimagiba Dizon Duterte Ejercito Enriquez Evangelista Fajardo Gatdula Gatchalian Ilagan Lacson Lagman
Lapid Legaspi Macapagal Macaraeg Magsaysay Malonzo Manalo Mangubat Marasigan Marcos Naval Osmena Pacquiao Palma
Pangilinan Panganiban Quezon Recto Resurreccion Sarmiento Sison Tolentino Umali Valenzuela Velasco Villanueva Villar
Zamora Zobel Batungbakal Catacutan Dimaandal Macaspac Magbanua Manansala Pamintuan Tiongson
"""
_SOUTH_ASIA = """
Acharya Adhikari Agarwal Aggarwal Agrawal Ahluwalia Ahuja Aiyar Ansari Apte Arora Arya Athreya Awasthi Babu Bagchi
Bahl Bajaj Bajpai Bajwa Bakshi Balakrishnan Balan Balasubramanian Bali Banerjee Banerji Bansal Barua Basak Basu Batra
Bedi Bhandari Bhagat Bhardwaj Bhargava Bhasin Bhat Bhatia Bhatnagar Bhatt Bhattacharjee Bhattacharya Bhave Bhide
Bhushan Biswas Bora Borah Bose Brar Chadha Chaddha Chakrabarti Chakraborty Chakravarti Chandra Chandran Chandrasekaran
Chatterjee Chaturvedi Chattopadhyay Chaudhary Chaudhari Chaudhuri Chaudhry Chauhan Chawla Chettiar Chhabra Chopra
Choudhary Choudhury Chowdhury Dalal Dalmia Damodaran Dasgupta Datta Dave Deb Debnath Deol Deshmukh Deshpande Devi Dey
Dhaliwal Dhar Dhawan Dhillon Dikshit Dixit Doshi Dsouza Dube Dubey Dutt Dutta Fernandes Gadgil Gaekwad Gaikwad Gandhi
Ganesan Ganguly Garg Gavaskar Gehlot Ghatak Ghosh Gill Goel Gokhale Gopal Gopalakrishnan Gopalan Goswami Gowda Goyal
Grewal Guha Gulati Gurung Handa Hegde Iyengar Iyer Jadeja Jadhav Jagannathan Jaiswal Jain Jayaraman Jha Jindal Jog
Johar Kadam Kakkar Kale Kamath Kamble Kannan Kapadia Kapoor Kapur Karmakar Karnad Kashyap Kaul Kaur Kaushik Khandelwal
Khanna Khatri Khosla Khurana Kohli Kothari Krishnamurthy Krishnan Krishnaswamy Kulkarni Kumari Kundu Kurup Lahiri
Lakhani Lal Limbu Luthra Madhavan Mahajan Mahalingam Mahato Maheshwari Majumdar Malhotra Mallick Mandal Mangeshkar
Maniar Mathew Mathur Mehra Mehrotra Mehta Menon Merchant Mishra Misra Mistry Mitra Mittal Modi Mohanty Mondal Mudaliar
Mukherjee Mukhopadhyay Munshi Murthy Murty Nadar Naidu Naik Nambiar Namboodiri Nanda Narang Narasimhan Narayan
Narayanan Natarajan Nath Nayak Nayar Negi Nehru Oberoi Ojha Padmanabhan Pai Pal Palkar Panda Pande Pandey Pandit
Pandya Panicker Parekh Parikh Parmar Patil Patnaik Pathak Pawar Phadke Pillai Pradhan Prajapati Prasad Puri Purohit
Radhakrishnan Raghavan Raghunathan Rai Raina Rajagopalan Rajan Rajaraman Rajput Ramachandran Ramakrishnan Raman
Ramanathan Ramanujan Ramaswamy Ramesh Ranganathan Rangarajan Rastogi Rathod Rathore Rattan Raval Rawat Roy Saha Sahni
Sahoo Sahu Saini Saluja Samant Sampath Sandhu Sane Sanghvi Sankaran Santhanam Saran Sarin Sarkar Sastry Satpathy
Savant Sawant Saxena Sehgal Sekhar Sen Sengupta Seshadri Sethi Sethuraman Sinha Shekhawat Shenoy Shetty Shinde
Shrivastava Shroff Shukla Sidhu Sikka Singhal Singhania Sodhi Solanki Somani Soni Sood Soman Sridharan Srinivas
Srinivasan Srivastava Subramaniam Subramanian Sundaram Sundar Suri Swaminathan Tagore Talwar Tamang Tandon Taneja
Tendulkar Tewari Thakkar Thakur Thapa Thapar Tharoor Tripathi Trivedi Tyagi Upadhyay Vaidya Varghese Varma Vasan
Vasudevan Venkataraman Venkatesan Venkatesh Vijayan Virk Viswanathan Vohra Vora Vyas Wadhwa Wagle Walia Warrier Yadav
Abbasi Afridi Akhtar Alam Alvi Anwar Arain Arshad Aslam Awan Aziz Baig Baloch Bhutto Bukhari Butt Cheema Dar Durrani
Farooqi Ghani Gilani Haider Hashmi Hoque Haque Hossain Hussaini Islam Jaffri Jatoi Javed Jamali Kazmi Khattak Khawaja
Khokhar Lodhi Mahmood Masood Mazari Memon Miah Minhas Mirza Mughal Munir Naqvi Niazi Nizami Qadir Qazi Qureshi Rana
Rashid Raza Rehman Rizvi Sattar Sarwar Shafi Shaikh Shahid Sheikh Siddiqi Siddiqui Sial Soomro Sultana Syed Tareen
Uddin Usmani Waheed Warraich Yousaf Yousafzai Zafar Zaidi Zaman Begum Khatun Khanam Bepari Talukder Sikder Mridha
Molla Akter Akhter Jayasuriya Jayawardena Jayawardene Perera Wickramasinghe Rajapaksa Bandaranaike Gunawardena
Senanayake Dissanayake Ranatunga Sangakkara Karunaratne Wijesinghe Wijeratne Amarasinghe Herath Bandara Ratnayake
Weerasinghe Gamage Liyanage Mendis Silva Shrestha Rijal Koirala Bhattarai Dahal Pokharel Poudel Karki Basnet Khadka
Magar Sherpa Bista Oli Regmi Lama Maharjan Tuladhar Wangchuk Dorji Namgyal
"""
_MIDDLE_EAST = """
Abbas Abboud Abdallah Abdelaziz Abdelnour Abdelrahman Abdi Abdo Abdulla Abdulrahman Aboud Abouzeid Achour Adel Adwan
Ahmadi Ajami Akkad Alaoui Alami Albaz Albdour Alkhatib Almasri Alsaadi Amari Amin Amiri Ammar Ansary Antar Aoun Asaad
Asfour Ashour Ashraf Assad Atallah Atiyeh Attar Attia Awad Ayad Ayash Ayoub Ayyoub Azar Azzam Baccouche Badawi Badr
Baghdadi Bahri Bakr Bakri Bannout Barakat Baroudi Bashir Basri Batal Bazzi Belhaj Benali Benhaddou Benjelloun Bennani
Bensalem Berrada Bishara Bitar Bouazizi Boulos Bouteflika Bouzid Bseiso Chahine Chami Chamoun Chaoui Cherif Dabbagh
Daher Dahan Dakhil Daoud Darwish Darwich Dergham Diab Ebeid Elbaz Elmasry Elsayed Elsherif Fadel Fahmi Fahmy Fakhoury
Fakih Faraj Farah Farhat Farouk Fayad Fayed Fawzi Fekry Gaber Gamal Gerges Ghanem Ghannam Ghazal Ghazali Ghazi Ghoneim
Habib Habibi Haddad Hadi Hafez Haidar Hajjar Hakim Halabi Hamad Hamadi Hamdan Hamdi Hamed Hammad Hammoud Hamoud Hanafi
Hanna Harb Hariri Haroun Hasan Hashemi Hassan Hassoun Hatem Hawari Heikal Helmy Hijazi Hilal Hosni Hourani Husseini
Ibrahim Idrissi Issa Ismail Jaafar Jaber Jabbour Jabri Jamal Jawad Jazairi Jibril Joudeh Kabbani Kaddour Kader Kamal
Kamel Kanaan Karam Karim Karimi Kassab Kassem Kattan Kawar Kayali Khaddam Khalaf Khaled Khalid Khalifa Khalil Khatib
Khattab Khayat Khoury Khouri Kiwan Koury Lahlou Lahoud Mabrouk Madi Mahdi Mahfouz Maher Mahmoud Majid Makki Malki
Malouf Mansour Mansouri Mansoor Marouf Marzouki Masri Matar Mazri Mekki Meziane Moghrabi Mohamed Mohammed Mokhtar
Morsi Moubarak Mourad Moussa Moustafa Mubarak Mufti Murad Musa Mustafa Mustafi Nabulsi Naceri Nader Naguib Nahas
Nahhas Najjar Nakhle Naser Nasr Nasrallah Nassar Nasser Nassif Nazari Nimr Nimer Noori Nour Obeid Odeh Omar Osman
Othman Ouahbi Qabbani Qaddafi Qadri Qasem Qasim Qassem Rabah Radi Radwan Rahal Rahimi Rahmani Raouf Rashad Rashed
Rashidi Rasoul Rifai Riyad Rizk Rustom Saab Saad Saadeh Saba Sabbagh Sabri Sadek Sadiq Saeed Safadi Said Saidi Sakr
Salah Salama Salameh Saleem Saleh Salem Salib Salim Salloum Salman Sami Samir Sarraf Sawaya Sayegh Shaaban Shadid
Shahin Shakir Shalaby Shamas Shami Shammas Sharaf Sharif Sharifi Shawky Shehadeh Shehata Sherif Shoukry Slimani
Soliman Srour Suleiman Sultan Tabbara Tabet Taha Taher Tahan Tahir Talib Tamimi Tannous Tawfik Tayeb Tazi Tlass Toma
Touma Turki Wahab Wahba Wahbi Yacoubi Yahya Yasin Yassin Yassine Younes Younis Youssef Youssoufi Yousif Zahran Zaki
Zaidan Zayed Zein Zeidan Zeitoun Ziadeh Zidan Zidane Zogby Zureik Abadi Abbasian Afshar Ahmadinejad Akbari Alavi
Alizadeh Amini Ansarian Asadi Ashtari Azizi Babaei Bagheri Bahrami Bakhtiari Daneshvar Darabi Ebrahimi Ehsani Eslami
Esfahani Fallahi Farahani Farhadi Farrokhzad Fazeli Ghaderi Ghaffari Ghanbari Ghasemi Ghorbani Golestani Golzar
Habibian Haghighi Hamidi Heidari Hosseini Jafari Jahanbani Jalali Kamali Karami Kargar Kashani Kazemi Kermani Khalili
Khamenei Khatami Khorasani Khosravi Kiani Kiarostami Lotfi Mahdavi Makhmalbaf Maleki Mirzaei Moghaddam Mohammadi
Mokhtari Moradi Mortazavi Mosaddegh Mousavi Nademi Naderi Najafi Nasiri Nazarian Nejad Norouzi Pahlavi Panahi Parsa
Pourali Rafsanjani Rajabi Ranjbar Razavi Rezaei Rostami Rouhani Sadeghi Safavi Salehi Samadi Sattari Shafiei Shahbazi
Shahidi Shahriari Shirazi Soleimani Soltani Tabrizi Taheri Talebi Tavakoli Tehrani Vahidi Yazdani Yazdi Zand Zamani
Zarif Acar Akar Akbas Akbulut Akcay Akdeniz Akgul Akin Akkaya Aksoy Aksu Aktas Akyol Akyuz Albayrak Alkan Altin Altun
Arikan Arslan Asan Aslan Atalay Ates Avci Ay Ayaz Aydemir Aydin Aydogan Aygun Bal Balci Baran Bas Basar Baskan Bayrak
Bayraktar Bektas Bilgin Bilgic Bozkurt Bulut Buyuk Can Candan Cakir Calik Celik Cengiz Cetin Cevik Ciftci Cinar Coban
Colak Coskun Dag Dagli Demir Demirci Demirel Demirtas Deniz Dincer Dogan Duman Durak Duran Durmaz Durmus Dursun Ekinci
Elmas Er Erbil Ercan Erdem Erden Erdogan Eren Ergin Ergun Ermis Erol Ersoy Ertas Esen Fidan Gecer Genc Gok Gokce
Gokmen Guclu Gul Guler Gulsen Gumus Gun Gunay Gunduz Gunes Gungor Gurbuz Gursoy Guven Guzel Ileri Inan Ince Ipek Isik
Kaplan Kara Karaca Karadag Karadeniz Karagoz Karahan Karakas Karakaya Karakoc Karakus Karaman Karatas Kartal Kaya
Kayaci Keles Keskin Kilic Kilinc Koc Koca Kocak Koksal Korkmaz Kose Koseoglu Kurt Kus Kuzu Mutlu Oktay Oner Ozan Ozbek
Ozcan Ozdemir Ozen Ozer Ozgur Ozkan Ozkaya Oztekin Ozturk Ozyurt Pamuk Parlak Peker Polat Sahin Sari Savas Sener Sezer
Simsek Sonmez Soylu Tas Tasci Tekin Temel Terzi Toprak Topal Topcu Tosun Tuncer Tunc Turan Turk Turkmen Turkoglu Ucar
Uguz Uludag Ulusoy Unal Unlu Ural Uslu Uysal Uzun Vural Yalcin Yaman Yavuz Yazici Yesil Yildirim Yildiz Yilmaz Yuce
Yucel Yuksel Yurt Zengin Abergel Abramov Abramovich Abutbul Adler Alon Amar Amsalem Aronson Ashkenazi Avraham Azoulay
Azulay Barak Barzilai Begin Ben-Ami Ben-David Ben-Gurion Ben-Haim Benayoun Benaim Berkovich Biton Blau Bloch Blum
Carmel Cohen Cohn Dayan Dagan Edri Eliyahu Elkayam Epstein Eshkol Feldman Finkelstein Fishman Friedman Frenkel Gabay
Galili Gantz Goldberg Goldfarb Goldman Goldstein Grinberg Gross Gutman Hadad Halevi Halevy Harari Hazan Herzl Herzog
Hirsch Horowitz Kahana Kahn Katz Katzir Kessler Kfir Klein Kook Lavi Levi Levin Levine Levinson Levy Lieberman Malka
Meir Meiri Mizrahi Mizrachi Mor Naveh Navon Nahum Netanyahu Ohana Olmert Oren Oz Peled Peres Peretz Perlman Rabin
Rabinovich Rabinowitz Ravitz Regev Revah Rivlin Ron Rosen Rosenberg Rosenblum Rosenfeld Rosenthal Rubin Rubinstein
Sabag Sapir Sasson Schwartz Segal Shaked Shalom Shamir Shapira Shapiro Sharabi Sharet Sharon Shavit Shemesh Shtern
Siegel Silberman Silverman Solomon Spiegel Steinberg Suissa Tamir Tzur Vaknin Weinberg Weinstein Weiss Weizman
Weizmann Yadin Yaalon Yehoshua Yosef Zilber Zilberman Zohar
"""
_SLAVIC = """
Afanasiev Akimov Alexeev Alexandrov Andreev Antonov Baranov Belov Belyaev Bogdanov Bondar Borisov Bykov Danilov
Davydov Denisov Dmitriev Efimov Egorov Ershov Fedorov Filatov Filippov Fomin Frolov Galkin Gavrilov Gerasimov Golovin
Golubev Gorbachev Gorbunov Goncharov Grigoriev Gromov Gurov Gusev Ignatiev Ilyin Isaev Ivanov Kalinin Karpov Kazakov
Kiselev Klimov Komarov Kondratiev Konovalov Koroleva Korolev Korotkov Kotov Kovalev Kozlov Krasnov Krylov Kudryavtsev
Kulikov Kuzmin Kuznetsov Lapin Lazarev Lebedev Leonov Lukin Makarov Maksimov Malinin Markov Martynov Maslov Matveev
Medvedev Melnikov Mikhailov Mironov Moiseev Morozov Naumov Nazarov Nesterov Nikiforov Nikitin Nikolaev Novikov Orlov
Osipov Panin Panov Pavlov Petrov Polyakov Ponomarev Popov Potapov Prokhorov Putin Rodionov Romanov Rumyantsev Rybakov
Ryabov Samoilov Savchenko Saveliev Semenov Sergeev Shcherbakov Shestakov Shevtsov Shirokov Shubin Sidorov Sobolev
Sokolov Solovyov Soloviev Stepanov Subbotin Suvorov Tarasov Tikhonov Timofeev Titov Tretyakov Trofimov Tsvetkov
Ushakov Vasiliev Vinogradov Vlasov Volkov Vorobyov Voronin Voronov Vorontsov Yakovlev Yeltsin Yudin Zaitsev Zakharov
Zhukov Zimin Zinoviev Zotov Zubkov Zuev Tolstoy Dostoevsky Chaikovsky Moskvin Babiak Bilyk Boyko Danylko Didenko
Dovzhenko Franko Havryliuk Hnatiuk Honchar Horbach Hrytsenko Kachur Klymenko Kolisnyk Koval Kovalchuk Kostenko
Kravchenko Kravchuk Kravets Kuchma Kulish Lysenko Lytvyn Lytvynenko Marchenko Mazur Mazepa Moroz Oliynyk Onyshchenko
Ostapenko Panchenko Pavlenko Petrenko Petriv Polishchuk Ponomarenko Poroshenko Prokopenko Romanenko Romaniuk Rudenko
Savchuk Shapoval Shevchuk Shvets Symonenko Stelmakh Sydorenko Tkach Tkachenko Tkachuk Tymoshenko Vasylenko Voloshyn
Yanukovych Yurchenko Yushchenko Zaluzhny Zelensky Zelenskyy Zinchenko Lukashenko Novik Kozel Kavaliou Adamczyk Bak
Banas Bielecki Blaszczyk Bochenek Borkowski Czarnecki Czerwinski Chmiel Cieslak Cichy Czaja Domagala Dudek Duda
Dziedzic Gajda Gajewski Glowacki Gorski Grabowski Gorka Jablonski Jakubowski Jankowski Jasinski Jaworski Kaczmarek
Kaczynski Kalinowski Kaminski Kasprzak Klimek Kolodziej Konieczny Kopec Kosinski Kot Kowalczyk Kowalewski Kowalski
Kozak Kozlowski Krajewski Krawczyk Krol Krupa Kubiak Kucharski Kulik Kurek Kwasniewski Kwiatkowski Lis Lewandowski
Lukaszewicz Maciejewski Majewski Makowski Malinowski Marciniak Markowski Marszalek Matuszewski Mazurek Michalak
Michalski Mikolajczyk Milosz Mroz Mucha Musial Nowacki Nowak Nowakowski Nowicki Olejniczak Olszewski Orzechowski
Ostrowski Pawlak Pawlowski Pawlowicz Pietrzak Piotrowski Piatek Pilsudski Przybylski Przybysz Rutkowski Romanowski
Sadowski Sawicki Sikora Sikorski Skiba Sobczak Sobczyk Sobieski Sokolowski Sroka Stachura Stasiak Stepien Szczepanski
Szewczyk Szulc Szymanski Szymczak Tomaszewski Tomczyk Turek Tusk Urban Urbanski Walczak Walesa Wasilewski Wieczorek
Wilk Wisniewska Wisniewski Witkowski Wlodarczyk Wojciechowski Wojcik Wojtyla Wozniak Wrobel Wroblewski Wysocki Zajac
Zalewski Zawadzki Zielinski Ziolkowski Zimmer Adamek Balaz Baros Bartos Benes Beran Bilek Blaha Blazek Bures Capek
Cech Cermak Cerny Cerna Cervenka Cihak Dolezal Dostal Dubcek Duchon Dvorak Dvorakova Fiala Forman Hajek Hasek Havel
Havlik Havlicek Hlavac Holub Hora Horak Horacek Horvath Hruska Hudak Husak Jagr Janda Janecek Janicek Jelinek Jirasek
Jirousek Kafka Kadlec Kalina Klaus Klima Kolar Kolarik Konecny Kopecky Koubek Kovac Kovacik Kovar Kral Kratochvil
Krejci Krivak Kriz Kubat Kucera Kundera Kvapil Langer Lukac Machacek Macek Maly Marek Mares Masaryk Matejka Matousek
Moravec Moravcik Mraz Musil Navratil Nedved Nemcova Nemec Neruda Novotna Novotny Novak Novakova Oravec Pavlik Pesek
Pokorny Pokorna Polak Pospisil Prochazka Prochazkova Richter Ruzicka Rybar Sebek Sedlacek Sedlak Simek Sklenar Skala
Slavik Smetana Soukup Spacek Stastny Stepanek Strnad Svoboda Svobodova Sykora Sykorova Tichy Toman Tomasek Travnicek
Tuma Urbanek Vacek Valenta Vanek Varga Vasicek Vavra Vesely Vesela Vitek Vlcek Vodicka Vrba Zabransky Zahradnik
Zelenka Zeman Zima Adamovic Andric Andrijevic Antic Babic Bajic Barisic Basic Begic Bilic Blazevic Bogdanovic Boskovic
Bozic Brankovic Brkic Broz Bulatovic Colic Cosic Covic Cvetkovic Cvijetic Delic Dimitrijevic Djokovic Djordjevic
Djuric Dodik Dragic Dragovic Dzeko Filipovic Gavrilovic Glavas Golubovic Grbic Grgic Hadzic Halilovic Hodzic Horvat
Horvatic Ilic Ivankovic Ivanisevic Ivanovic Izetbegovic Jankovic Jelic Jeremic Jokic Jovanovic Jovic Juric Jurisic
Karadzic Katic Knezevic Kostic Kovacevic Kovacic Kralj Krstic Lazic Lovren Lovric Lukic Maric Marjanovic Markovic
Marinkovic Martic Martinovic Matic Mihajlovic Mikic Mikulic Milic Milosevic Milovanovic Milutinovic Mitrovic
Mladenovic Modric Nastasic Nedic Nikolic Novakovic Obradovic Obrenovic Pavlovic Pantic Pasic Perisic Pejic Peric
Perkovic Petkovic Petrovic Popovic Radic Radulovic Rakic Rakitic Ristic Rodic Savic Simic Spasic Stankovic Stanisic
Stojanovic Stojkovic Subotic Tadic Tesla Tomic Tosic Todorovic Tudjman Urosevic Vasic Vidic Vidovic Vlahovic Vucic
Vukovic Vukcevic Zivkovic Zoric Zupan Zupancic Kranjc Krajnc Potocnik Mlakar Kos Golob Hribar Cerar Pahor Oblak Bizjak
Vidmar Angelov Asenov Atanasov Bonev Boyanov Chakarov Dimitrov Dimov Dobrev Georgiev Gospodinov Hristov Iliev Ivanova
Kamenov Kirilov Kolev Kostov Lazarov Marinov Mihaylov Mitev Nenov Nikolov Parvanov Penev Petkov Petrova Radev Rusev
Simeonov Stanchev Stefanov Stoyanov Todorov Tonev Tsvetanov Vasilev Velikov Yordanov Zhivkov Zlatev
"""
_EUROPE_EAST = """
Albu Alexandrescu Alexe Andrei Antonescu Apostol Avram Barbu Bejan Bogdan Botezatu Bratu Bucur Buzatu Calin Ceausescu
Chiriac Cioban Ciobanu Ciocan Cojocaru Constantin Constantinescu Coman Cosma Costache Costea Costin Craciun Cretu
Cristea Crisan Cuza Damian Danciu David Diaconu Dima Dinca Dinu Dobre Dragan Dragnea Dragomir Dumitrache Dumitrascu
Dumitrescu Dumitru Eliade Eminescu Enache Enescu Filip Florea Florescu Fodor Funar Gavrila Gheorghe Gheorghiu Ghita
Grecu Grigorescu Grosu Hagi Iancu Iliescu Ilie Ionescu Ionita Iordache Iordan Iorga Ispas Lazar Luca Lungu Lupu
Macovei Manea Manole Marin Marinescu Mateescu Matei Mihai Mihailescu Mihalache Mirea Mitrea Mocanu Moldovan Moldoveanu
Munteanu Muresan Mutu Nagy Neagu Neacsu Nechita Negrea Negru Nicolae Nicolescu Nistor Nita Olaru Olteanu Oprea Pana
Panait Parvu Pascu Patrascu Pavel Petcu Petre Petrescu Pirvu Pop Popa Popescu Popovici Preda Predoiu Puscas Radu
Radulescu Rosu Rotaru Rus Rusu Sandu Sava Savu Serban Simion Sirbu Stan Stanciu Stancu Stanescu Stoian Stoica Suciu
Tanase Tataru Teodorescu Tudor Tudose Ungureanu Ursu Vaduva Vasile Vasilescu Vlad Voicu Voinea Vornicu Zaharia Zamfir
Antal Balazs Bako Balla Balog Balogh Barta Bartok Biro Bodnar Bognar Boros Borbely Budai Csonka Deak Dudas Erdelyi
Erdos Farago Farkas Fazekas Fekete Feher Fulop Gal Gaspar Gulyas Halasz Hajdu Hegedus Herczeg Horthy Hunyadi Illes
Jakab Jonas Juhasz Kadar Kalman Kantor Karacsony Kelemen Kerekes Kertesz Kiraly Kis Kiss Kocsis Kodaly Kosa Kossuth
Kovacs Kozma Lakatos Laszlo Lengyel Liszt Lukacs Magyar Major Marton Mate Meszaros Mezei Molnar Nemes Nemeth Olah
Orban Orosz Orsos Pap Papp Pasztor Pataki Petofi Pinter Polgar Puskas Racz Rakoczi Rakosi Sandor Santa Sarkozi Simon
Sipos Solymosi Somogyi Soos Szabo Szalai Szanto Szasz Szekely Szekeres Szilagyi Szoke Szucs Szalay Takacs Toth Torok
Vadasz Vamos Vass Vegh Veres Vida Vincze Virag Voros Alexopoulos Anagnostopoulos Andreou Angelopoulos Antoniou
Athanasiou Christodoulou Christou Demetriou Dimitriadis Dimitriou Economou Gavras Georgiadis Georgiou Hatzis
Iliopoulos Ioannidis Ioannou Kalogeropoulos Karagiannis Karamanlis Karras Katsaros Kazantzakis Konstantinidis
Konstantinou Kostopoulos Koutsoukos Kyriakidis Kyriakou Lambrou Makris Manos Markopoulos Mavros Mitsotakis Mylonas
Nicolaou Nikolaidis Nikolaou Oikonomou Panagiotopoulos Panagopoulos Papadakis Papadimitriou Papadopoulos Papadopoulou
Papageorgiou Papaioannou Papandreou Papanikolaou Pappas Paraskevopoulos Pavlidis Petrakis Petridis Petropoulos Samaras
Savvidis Spanos Stamatopoulos Stathopoulos Stavrou Theodorakis Theodorou Tsakiris Tsipras Vasileiou Vassiliou
Venizelos Vlachos Xenakis Zervas Balodis Berzins Eglitis Freimanis Jansons Kalnins Karklins Krumins Liepins Ozolins
Petersons Vanags Vitolins Zarins Adamkus Balciunas Grybauskaite Jankauskas Kazlauskas Landsbergis Nauseda Petrauskas
Sabonis Stankevicius Urbonas Vasiliauskas Zukauskas Ilves Kaljulaid Kallas Kask Koppel Kuusk Laar Lepp Magi Mets Oja
Org Part Parts Paju Pukk Raud Rebane Saar Sepp Tamm Tammsaare Vaher Berisha Dervishi Dushku Gashi Gjoka Hasani Hoxha
Hoxhaj Kelmendi Krasniqi Leka Morina Prifti Rama Shala Shehu Thaci Xhaka Zeqiri Zogu Abrahamyan Aghajanyan Avetisyan
Baghdasaryan Galstyan Ghazaryan Grigoryan Hakobyan Harutyunyan Hovhannisyan Karapetyan Kardashian Khachatryan Manukyan
Martirosyan Mkrtchyan Nersisyan Petrosyan Sahakyan Sargsyan Simonyan Vardanyan Beridze Gelashvili Giorgadze
Ivanishvili Kapanadze Lomidze Maisuradze Saakashvili Shevardnadze Tsereteli Aliyev Guliyev Hasanov Huseynov Ismayilov
Mammadov Karimov Nazarbayev Rahmonov Tokayev Yusupov
"""
_EUROPE_NORTH = """
Aalto Aaltonen Ahonen Ahtisaari Anttila Eskola Haapala Hakala Hakkinen Halonen Hamalainen Harju Heikkila Heikkinen
Heinonen Hietala Hiltunen Hirvonen Honkanen Huttunen Hyvonen Ikonen Jaaskelainen Jarvinen Jokinen Kallio Karjalainen
Karppinen Kauppinen Kekkonen Keskinen Kettunen Kinnunen Kivela Kivisto Koivisto Kokko Komulainen Korhonen Koskela
Koskinen Kurki Laaksonen Lahti Lahtinen Laine Laitinen Laitila Lampinen Lappalainen Lehtinen Lehto Lehtonen Leinonen
Leppanen Lindholm Makela Makinen Manninen Mannerheim Matikainen Mattila Miettinen Mikkola Mikkonen Mustonen Niemi
Nieminen Niemela Niskanen Nurmi Nyman Oksanen Partanen Peltola Peltonen Pitkanen Pesonen Raikkonen Rantanen Rasanen
Rautio Reinikainen Rissanen Ruotsalainen Ryynanen Saarinen Saari Salmi Salminen Salo Salonen Savolainen Seppala
Seppanen Sibelius Sillanpaa Soininen Suominen Tanskanen Tikkanen Toivonen Tuominen Turunen Uusitalo Vaisanen Valtonen
Vanhanen Vartiainen Virtanen Vuorinen Ylonen Aas Aasen Abrahamsson Ahlgren Ahlstrom Almqvist Amundsen Andreassen
Arnesen Aronsson Askeland Axelsson Backstrom Bakke Bakken Bengtsson Berge Berggren Berglund Bergman Bergqvist
Bergstrom Berntsen Bjork Bjorklund Blom Blomqvist Bo Borg Brandt Bratland Brekke Carlsen Carlsson Christiansen
Dalgaard Dahlberg Dahlgren Dahlstrom Danielsen Danielsson Edvardsen Eide Ekberg Ekelund Eklund Ekman Ekstrom Eliassen
Eliasson Ellingsen Engen Engstrom Enger Ericsson Eriksen Fagerberg Forsberg Forsman Fossum Franzen Fredriksen
Fredriksson Friis Gade Gran Granberg Grieg Grondahl Gronholm Gulbrandsen Gundersen Gunnarsson Gustafsson Gustavsson
Haaland Hagen Hakansson Halvorsen Hamsun Hansson Hauge Hedberg Hedlund Hedstrom Hellstrom Helland Henriksen Henriksson
Hermansen Hjelm Hoel Hoff Holgersen Holgersson Holm Holmberg Holmgren Holmqvist Holmstrom Ibsen Isaksen Isaksson
Iversen Jacobsen Jakobsen Jakobsson Jansson Jenssen Johannessen Johannesen Johansen Johnsen Jonassen Jonasson Jonsson
Jorgensen Juhl Jonsdottir Kjaer Kjeldsen Kjellberg Knudsen Knutsen Kristensen Kristiansen Kristoffersen Krogh
Lagerkvist Larsson Lassen Laursen Lie Lien Lind Lindahl Lindgren Lindblom Lindstrom Linnaeus Ljungberg Lovgren
Lorentzen Lund Lundberg Lundgren Lundin Lundqvist Lundstrom Lyng Madsen Magnussen Magnusson Malmberg Martinsen
Martinsson Mathiesen Mathisen Mattsson Mikkelsen Moe Moberg Moen Moller Molin Mortensen Munch Myhre Myklebust Nansen
Naess Nesse Nielsson Nilsen Nissen Nordin Nordstrom Norgaard Nordahl Norberg Nyberg Nygaard Nygard Nygren Nystrom
Oberg Odegard Olausson Ohlsson Olofsson Olsen Olsson Osterberg Ostergaard Overgaard Palme Paulsen Paulsson Persson
Petersen Petersson Pettersen Pettersson Poulsen Rasmussen Ravn Reinholt Roland Ronning Rosenqvist Ruud Rydberg
Sandberg Sandstrom Sandvik Schou Simonsen Sjoberg Sjogren Sjostrom Skoglund Skov Solberg Solheim Sondergaard Sorensson
Steen Stenberg Stenmark Stensson Stoltenberg Strand Strandberg Strindberg Strom Stromberg Sund Sundberg Sundqvist
Sundstrom Svendsen Svensson Tangen Thomsen Thorsen Thorup Tveit Ulriksen Vestergaard Vik Viklund Vinther Wahlberg
Wallin Wallander Westberg Westergaard Westerlund Wiberg Wikstrom Winther Zetterberg Zetterlund Gudmundsson
Gudmundsdottir Sigurdsson Sigurdardottir Stefansson Bjarnason Einarsson Halldorsson Magnusdottir Olafsson Abel
Ackermann Adenauer Ahrens Albers Albrecht Altmann Arendt Arndt Bach Bachmann Bahr Baier Barth Bartels Barthel Bastian
Baumann Baumgartner Becher Bechtel Beckmann Beethoven Behrendt Behrens Benz Bergmann Berger Bernhardt Bertram Betz
Beyer Biermann Bischoff Blank Bock Bode Bohm Bohme Bormann Bosch Brahms Brand Brandl Brecht Breuer Brinkmann Bruckner
Bruder Brunner Bruns Buchholz Buchner Budde Bucher Burger Burkhardt Busch Busse Christ Clausen Conrad Cramer Daimler
Decker Dehn Diesel Dieckmann Diehl Dietrich Dietz Dittmann Dorn Drescher Drechsler Durer Ebel Ebeling Eberhardt Ebert
Eckert Eder Ehlers Ehrhardt Ehrlich Eichhorn Eichmann Eisenhower Einstein Engel Engelhardt Engels Erhard Ernst Esser
Fassbinder Faber Feldmann Fichte Fiedler Fink Fleischer Forster Franke Frankl Freud Freund Frey Freytag Fricke
Friedrich Fritsch Frohlich Fromm Fuchs Funk Gabler Gartner Gauss Gebhardt Geiger Geisler Geissler Gerber Gerhardt
Gerlach Giese Glaser Goebel Goethe Gottschalk Graf Gotz Grass Greiner Grimm Grob Grossmann Gruber Grunewald Gunther
Gutenberg Haas Haase Habermas Hafner Hagemann Hahn Hamann Handel Hanke Harms Hartmann Hartwig Hauser Hauptmann Haydn
Hecht Heck Hegel Heidegger Heil Hein Heine Heinemann Heinrich Heinz Heinze Heisenberg Heller Hellmann Helmholtz Hempel
Henkel Hennig Henning Hentschel Herbst Hermann Herrmann Hertz Hess Hesse Heuss Hildebrandt Hiller Hinz Hofer Hoffmann
Hofmann Hofstetter Hohmann Holbein Hollmann Holzer Honecker Hopp Horn Huber Hubner Humboldt Hummel Hutter Immelmann
Jacob Jacobi Jaeger Jager Jahn Janssen Jaspers Jost Jung Junker Kaestner Kant Kaufmann Kastner Keil Kellermann Kempf
Kepler Kern Kiefer Kiesinger Kirchner Kirsch Kirschner Klee Kleist Klemm Klimt Klinger Klopp Klose Klug Knapp Knoll
Kohl Kohler Konig Kopp Korber Kraft Kramer Kraus Krause Krauss Kremer Kretschmer Kroger Kroll Kruger Krupp Kuhn
Kuhlmann Kuhnert Kunz Kunze Kurz Lang Lange Lauterbach Lehmann Leibniz Leitner Lemke Lenz Lessing Liebermann Liebig
Lindemann Lindner Linke Lohmann Lorenz Lucke Ludwig Lutz Maier Mahler Manstein Marx Matthes Maurer Mayer Mayr Mehmood
Meier Meinhof Meissner Meister Meitner Mendel Mendelssohn Mertens Merkel Merz Messner Metz Metzger Metzler Meyerhof
Michel Moser Mozart Muhlbauer Muller Mueller Nagel Naumann Neubauer Neuer Neuhaus Niemann Nietzsche Nolte Nowitzki
Oberhauser Oppermann Ostermann Oswald Otto Pabst Pauli Paulus Pfaff Pfeiffer Pfister Pichler Pieper Planck Pohl Popp
Porsche Preuss Probst Raab Rademacher Rapp Rath Rau Rauch Reich Reichert Reimann Reimer Reinhardt Reinhold Reiter
Renner Reuter Rieger Riedel Riemann Rilke Ritter Rohde Rommel Rontgen Roth Rothschild Rudolph Ruf Runge Rupp Sachs
Sander Sauer Sauter Schade Schaefer Schafer Schaller Scherer Schiller Schilling Schindler Schlegel Schlosser Schmid
Schmitt Schmitz Schnabel Schober Scholz Scheffler Schon Schonberg Schreiber Schreiner Schroder Schroeder Schubert
Schuler Schulte Schultze Schulze Schumacher Schumann Schuster Schutz Schwab Schwarzenegger Schweitzer Seeger Seibert
Seidel Seifert Seiler Siebert Siemens Sommer Spengler Sperling Springer Stadler Stahl Stein Steinbach Steiner
Steinmeier Stern Stoll Storch Straub Strauss Strobel Stumpf Sturm Tesch Thiel Thiele Thielemann Thoma Trapp Ullrich
Ulrich Unger Vetter Vogel Vogt Voigt Volk Volz Voss Wachter Wagenknecht Walcher Wallner Walther Wegener Wegner
Weidmann Weidner Weigel Weil Weinert Weissmann Wendt Wenzel Werner Wessel Westphal Wiedemann Wieland Wilhelm Wimmer
Winkler Winter Winterkorn Wirth Witt Wittgenstein Wittmann Wolff Wulf Wulff Wunderlich Zeller Ziegler Ziemer Zuckmayer
Zweig Aerts Vries Jong Wit Graaf Bruin Ruiter Vos Waal Gier Rooy Veen Meer Heuvel Horst Linden Broek Velde Appelman
Baert Bakhuizen Beekman Boer Bogaert Bogaerts Boersma Bongers Boogaard Bosman Bouwman Brouwer Bruyn Buskens Claes
Claessens Coenen Cornelis Cornelissen Daalder Dekker Dekkers Devos Dierckx Dijkema Dijkman Dijkstra Driessen Duyvendak
Dykstra Eeckhout Egberts Eisma Engelen Everts Evers Feenstra Franssen Geerts Gerritsen Goossens Groen Groot Haaksma
Haan Hagenaars Hanssen Hazelhoff Heemskerk Hendrickx Hendriks Hendriksen Hermans Heyman Hoekstra Hofstra Hoogland
Houtman Huisman Huygens Jacobs Jongsma Kamphuis Kampman Ketelaar Kleijn Kloosterman Knol Koning Koopman Koopmans
Kooistra Kramers Kuiper Kuipers Kuyper Lammers Lammens Leenders Lemmens Lievens Linders Maas Martens Meijer Michiels
Molenaar Moons Mulders Nijhof Nijland Oosterhuis Oosterveld Overbeek Pauwels Peeters Pieters Pietersen Poelman Postma
Prins Reijnders Reinders Rietveld Roelofs Rombouts Rooij Roosevelt Rutte Sanders Scheffer Schippers Schouten
Slootmaekers Smeets Smits Smulders Snijders Spaans Spinoza Steenbergen Stevens Stoffels Suijkerbuijk Swart Teunissen
Thijs Thijssen Tinbergen Timmerman Timmermans Tulp Vandenberg Vandenberghe Vanderbilt Vanhoutte Vandamme Verbeek
Verbeke Verbruggen Vercauteren Verdonk Verhagen Verhoef Verhoeven Vermeer Vermeulen Vermeersch Verschuren Verstappen
Verstraete Vinke Visscher Vlaming Vroom Wagenaar Wauters Welten Wiegers Wiersma Willems Willemsen Wolters Wouters
Wuyts Zijlstra Zoetemelk Zuiderveld Zwart
"""
_ROMANCE = """
Aubert Aubry Auger Barbier Baudelaire Baron Barre Benard Bernard Berthelot Bertin Bertrand Besson Blanc Blanchard
Blondel Boucher Bouchet Bouchard Boulanger Bourdon Bourgeois Bouvier Boyer Breton Brun Brunet Camus Carlier Caron
Carpentier Charles Charpentier Chevalier Chevallier Chirac Clement Clerc Colin Collet Cordier Couturier Cousin
Cousteau Curie Daniel Debussy Delacroix Delage Delattre Delaunay Delmas Delorme Denis Descartes Deschamps Devaux
Dufour Dumas Dumont Dupont Dupuis Dupuy Durkheim Duval Etienne Fabre Faure Fernandez Ferrand Flaubert Fleury Fouquet
Fournier Foucault Gaillard Garnier Gauthier Gautier Gerard Germain Gervais Gilles Girardin Giraud Godard Gosselin
Guerin Guichard Guillaume Guillot Guyot Hamel Hebert Hollande Huet Hugo Humbert Jacquemin Jacques Jacquet Jospin Joly
Jourdan Julien Lacombe Lacroix Lagarde Laporte Lamy Langlois Laval Leblanc Lebrun Leclerc Leclercq Lecomte Leconte
Leger Legrand Legros Lejeune Lemaire Lemaitre Lemoine Lenoir Lesage Levasseur Leveque Macron Mallet Marchal Marchand
Marechal Marie Martel Marty Masson Mathieu Maurice Menard Mercier Meunier Millet Mitterrand Monet Moliere Monnier
Montagne Morel Morin Moulin Navarro Noel Olivier Paris Pasquier Pasteur Pelletier Pereira Perret Perrier Perrin Perrot
Petit Peyron Philippe Picard Pichon Poirier Pompidou Poulain Prevost Proust Rabelais Ravel Raynaud Remy Renard Renaud
Renault Rey Reynaud Richard Rimbaud Rivet Riviere Robert Robespierre Robin Roche Rodin Roger Rolland Rostand Rouget
Roussel Royer Sarkozy Sartre Sauvage Schuman Tanguy Tessier Thibault Thierry Tournier Truffaut Vallee Valois Vasseur
Vaillant Verlaine Verne Vial Vidal Villeneuve Vincent Voisin Voltaire Zola Arsenault Beaulieu Beauchamp Belanger
Bergeron Boudreau Cloutier Cormier Cote Desjardins Fortin Gagne Gagnon Lachance Landry Lapierre Lavoie Levesque
Ouellet Paquette Poulin Savard Theriault Thibodeau Tremblay Trudeau Abate Agnelli Albanese Amato Amendola Antonelli
Armani Arena Baldi Balotelli Barbato Barbieri Baresi Barone Barzini Basile Basso Battaglia Bellini Benedetti Benigni
Bergamini Berlusconi Bernardi Bernini Berti Bertolini Bertolucci Bettini Biagi Bianco Bocelli Boccaccio Bonetti
Bonucci Borghi Borromini Botticelli Bova Brambilla Bruni Bruno Buffon Calabrese Calvino Cannavaro Capello Caputo
Carbone Cardinale Carducci Caruso Casale Casanova Castelli Catalano Cattaneo Cavalcanti Cavalli Cavallo Chiellini
Cirillo Coppola Coppi Corti Cossiga Costantini Costantino Croce Cuomo Damico Damiani Deluca Derosa Deangelis Desantis
Donati Donnarumma Draghi Eco Fabbri Facchini Falcone Farina Fellini Ferrante Ferrara Ferraro Ferrero Ferretti Ferri
Filippi Fini Fiore Fiorentino Fontana Forlani Franchini Franco Fusco Galilei Gallo Gatti Garibaldi Gasparini Gattuso
Gentile Gentiloni Germano Ghezzi Giacometti Gianni Giordano Giorgi Giuliani Gramsci Grandi Grassi Grasso Grillo
Guarino Guerra Guidi Iannone Innocenti Insigne Leone Leopardi Locatelli Lombardi Lombardo Longo Lorenzi Luciani
Machiavelli Magnani Maldini Mancini Mancuso Manfredi Manzoni Marchetti Marchesi Marconi Mariani Marini Marra
Martinelli Martini Martino Marzano Mascagni Mastroianni Mattarella Mazza Mazzini Mazzoni Medici Mele Meloni Menichelli
Merlo Messina Michelini Milani Montanari Montella Monteverdi Monti Morandi Moretti Moro Mussolini Napolitano Neri
Nicoletti Nobile Orlandi Orlando Pace Paganini Pagani Pagano Palladino Palmieri Palumbo Panini Paolini Parisi Pasolini
Pastore Pavarotti Pellegrini Pellegrino Pennisi Perini Perrone Perugino Petrarca Petrucci Piazza Piccolo Pinto
Pirandello Piras Pirlo Poli Ponti Prodi Proietti Puccini Quaranta Raffaelli Raimondi Ranieri Rinaldi Riva Rizzi Rizzo
Rocco Romeo Rossetti Rossini Rosso Ruggiero Sacco Sala Salerno Salvi Salvini Sanna Santini Santoro Sanzio Sartori
Savoia Scalia Scarpa Schiavone Scorsese Sereni Serra Sforza Silvestri Simone Sorrentino Spina Stradivari Tarantino
Tedesco Testa Togliatti Tommasi Tosi Toscani Totti Travaglini Trentini Valente Valentini Venturi Verdi Verga Versace
Vespucci Vezzali Villa Vinci Visconti Vitale Vitali Vivaldi Volpe Zaccardo Zanetti Zeffirelli Zoff Zucchero Abarca
Abreu Acevedo Acuna Aguayo Aguero Aguilera Aguirre Alarcon Alcala Alcaraz Alfaro Allende Almagro Almeida Almodovar
Alonso Altamirano Alvarado Amador Amaya Anaya Andrade Angulo Antunez Apodaca Aragon Arana Aranda Araujo Arce Arellano
Arenas Arevalo Arguello Arias Armas Armenta Arredondo Arriaga Arrieta Arteaga Artiga Asturias Avalos Avendano Avila
Ayala Azevedo Baca Baez Balderas Banderas Banuelos Barajas Bardem Barragan Barraza Barrera Barreto Barrientos Barrios
Barron Batista Bazan Becerra Bejarano Belmonte Beltran Benavides Benavidez Benitez Bermudez Bernal Betancourt Blanco
Bolanos Bolivar Bonilla Borges Borrego Botello Bravo Briones Bueno Bunuel Burgos Bustamante Bustos Caballero Cabello
Cabezas Cabral Caceres Cadena Calderon Calles Calvo Camacho Camarena Campos Canales Cano Cantu Capote Carbajal
Cardenas Cardona Carmona Carranza Carrasco Carrasquillo Carreon Carrera Carrero Carrillo Carrion Carvajal Casares
Casas Casillas Castaneda Castano Castellanos Cavazos Ceballos Centeno Cepeda Cerda Cervantes Cervera Chacon Chaparro
Chavarria Cintron Cisneros Cobos Collado Collazo Colon Concepcion Contador Cordero Cordoba Cordova Cornejo Corona
Coronado Corral Corrales Correa Cortazar Cortes Cortez Covarrubias Crespo Cuellar Cuesta Cueto Cuevas Davila Delacruz
Deleon Delarosa Duarte Duenas Echeverria Elizondo Encinas Escamilla Escobar Escobedo Escudero Esparza Espejo Espino
Espinal Espinosa Esquivel Estevez Falcon Farias Feliciano Ferrer Figueroa Flamenco Florez Fonseca Frias Fuentes
Fuertes Gaitan Galarza Galeano Galindo Gallardo Gallego Galvan Galvez Gamboa Gamez Gaona Garay Garrido Garzon Gaytan
Gil Gimenez Giron Godinez Godoy Gonzaga Granados Guajardo Guevara Guillen Guinea Gurrola Haro Henriquez Heredia
Hernando Herrero Hidalgo Hinojosa Holguin Huerta Hurtado Ibanez Ibarra Iglesias Infante Irizarry Izquierdo Jaime
Jaramillo Jaimes Jasso Jurado Juarez Lara Laredo Larios Laso Leal Leiva Lemus Leon Lerma Leyva Llamas Llanos Lobo
Longoria Lorca Lozada Lozano Lucero Lucio Lugo Lujan Macias Madera Madero Madrid Madrigal Madueno Maestas Magana
Malave Maradona Marrero Marroquin Mata Mateo Matos Maya Mayorga Mederos Mejias Melendez Melgar Mena Menchaca Menendez
Mercado Merino Mesa Messi Meza Miguel Millan Mireles Miranda Mistral Molina Moncada Mondragon Monroy Montalvo Montanez
Montano Montenegro Montero Montes Montez Montiel Montoya Mora Morelos Morillo Mosquera Moya Mujica Muniz Munoz Murillo
Muro Nadal Najera Naranjo Narvaez Nava Navarrete Navas Negrete Negron Nieto Nevarez Noriega Novoa Ocampo Ocasio Ochoa
Ojeda Olivares Olivarez Olivas Olivera Olmedo Olmos Ontiveros Oquendo Ordonez Orellana Orosco Orozco Orta Osorio Otero
Ovalle Oviedo Pabon Pacheco Padron Paez Palacios Palencia Palomares Palomino Pantoja Pardo Paredes Parra Partida
Pascual Patino Pavon Paz Pedraza Pedroza Pelayo Peralta Perales Perdomo Pereyra Pineda Pinera Pinochet Pizarro Plaza
Polanco Ponce Porras Portillo Posada Prado Preciado Prieto Puente Puig Pujol Pulido Quesada Quezada Quijano Quintana
Quintanilla Quintero Quiroga Quiroz Ramal Ramon Rangel Raya Recio Redondo Regalado Renteria Restrepo Resendez Reynoso
Rico Rincon Riojas Rivas Rivero Robledo Robles Roca Rocha Rodarte Rodas Rodrigo Rodrigues Roldan Rolon Roman Romo
Roque Rosado Rosales Rosario Rosas Rua Rubio Rueda Ruelas Ruvalcaba Saavedra Sabato Saenz Saez Salas Salcedo Salcido
Saldana Saldivar Salgado Salinas Samaniego Sanabria Sanches Sanjuan Sanmiguel Santana Santacruz Santamaria Santillan
Santos Sanz Sarabia Sauceda Segovia Segura Sepulveda Serna Serrano Serrato Sevilla Sierra Sigala Sisneros Sola Solano
Solis Soliz Solorio Solorzano Soria Soriano Sosa Sotelo Sotomayor Suarez Tafoya Talavera Tamayo Tapia Tejada Tejeda
Tellez Tello Teran Terrazas Tijerina Tirado Toledo Tovar Trejo Trevino Trujillo Uribe Urena Urrutia Vaca Valadez
Valderrama Valdivia Valencia Valentin Valera Valerio Valle Vallejo Varela Vargas Vasquez Vazquez Vela Velarde Velazco
Velazquez Velez Vera Verdugo Verduzco Vergara Vicario Viera Vigil Villagomez Villalba Villalobos Villalpando Villaluz
Villarreal Villasenor Villegas Viramontes Ybarra Yanez Yepez Zabala Zambrano Zapata Zaragoza Zarate Zavala Zayas
Zelaya Zepeda Zubiri Zuniga Abrantes Aguiar Albuquerque Alencar Alves Amaral Amorim Antunes Assis Assuncao Bandeira
Barbosa Barros Bastos Bezerra Botelho Braga Branco Brandao Brito Caldeira Camara Camargo Cardoso Carneiro Carvalho
Castelo Cavalcante Cerqueira Chagas Coelho Cordeiro Correia Coutinho Couto Cunha Damasceno Dantas Dias Domingues Dutra
Esteves Faria Ferraz Ferreira Figueiredo Fogaca Fontes Fraga Freire Freitas Furtado Galvao Gama Godinho Goes Gomes
Goncalves Gouveia Guedes Guerreiro Guimaraes Gusmao Henriques Jardim Lacerda Leao Leitao Leite Lemos Lima Lobato Lopes
Lourenco Lula Macedo Machado Maciel Magalhaes Maia Malheiros Marinho Marques Martins Mascarenhas Matias Mattos
Medeiros Meireles Mello Melo Mendes Mendonca Menezes Mesquita Monteiro Moraes Morais Moreira Mota Moura Mourinho
Nascimento Negreiros Neves Niemeyer Nogueira Novaes Nunes Oliveira Paes Paiva Passos Patricio Peixoto Pessoa Pimenta
Pimentel Pinheiro Pires Portela Prates Queiros Queiroz Quintela Ramalho Rebelo Rego Reis Resende Rezende Ribeiro Roriz
Sa Salazar Salgueiro Sampaio Saramago Saraiva Sequeira Serpa Silveira Simoes Siqueira Soares Sobral Sousa Souza
Tavares Teixeira Teles Tome Torres Trindade Valadares Vasconcelos Vaz Veiga Veloso Viana Vidigal Vieira Vilela Vilhena
Xavier
"""
_AFRICA = """
Abah Abdulkadir Abiola Abubakar Achebe Adamu Adebanjo Adebayo Adebisi Adedeji Adegoke Adekunle Adelabu Adeleke Adeleye
Ademola Adeniji Adeniran Adeniyi Adenuga Adeoye Adepoju Aderinto Adesanya Adesina Adetokunbo Adewale Adeyemi Adichie
Afolabi Afolayan Agbaje Agboola Agu Agwu Ahmadu Aina Ajala Ajayi Ajibade Akande Akanni Akinola Akinyemi Akpabio Akpan
Alabi Alakija Aliyu Amadi Amaechi Amosun Anikulapo Aniekan Anozie Anyanwu Aremu Asika Atiku Awolowo Ayinde Ayodele
Azikiwe Babalola Babangida Bakare Balewa Balogun Bamgbose Bankole Bassey Bello Buhari Chukwu Chukwuemeka Chukwuma
Coker Danjuma Dangote Dike Ebong Edem Efiong Egwu Ejiofor Ekpo Ekwueme Emecheta Enwezor Eze Ezekwesili Fagbemi Falana
Fashola Fayemi Folarin Ganiyu Garba Gbadamosi Haruna Ibekwe Ibe Idowu Igbinedion Igwe Iheanacho Ikpeazu Imoke Inyang
Iroegbu Iwobi Iwu Jaja Jegede Jimoh Kalu Kanu Kuti Ladipo Lawal Macaulay Madu Maduka Mbadinuju Mbah Ndubuisi Njoku
Nnadi Nwachukwu Nwankwo Nwosu Nwaneri Nwokocha Nzeogwu Obaseki Obasanjo Obi Obiora Odili Odinga Odumegwu Ofili Ogbonna
Ogundipe Ogunbanjo Ogunleye Ojo Ojukwu Okafor Okagbare Okeke Okereke Okocha Okogie Okon Okonjo Okonkwo Okoro Okoye
Okpara Okri Oladipo Olajide Olaniyan Olatunji Olawale Olowe Olu Omotoso Oni Onuoha Onwuachi Onyeama Onyekachi Opara
Orji Osagie Osinbajo Osimhen Osuji Oyedepo Oyelaran Oyelowo Oyinlola Sanusi Saro-Wiwa Shagari Shittu Shonekan
Shonibare Soyinka Tinubu Ubah Uche Udoh Ugwu Ukaegbu Umar Umeh Usman Uzoma Wike Yakubu Yusuf Abban Acheampong Acquah
Addae Addo Adjei Adomako Adu Afful Afriyie Agyei Agyekum Agyemang Akoto Akufo-Addo Akyeampong Amankwah Amoah Amoako
Ampofo Ampomah Anane Ankrah Annan Ansah Anokye Antwi Appiah Arthur Asamoah Asante Asare Asiedu Atta Ayew Badu Baffour
Bediako Bekoe Boadi Boakye Boateng Bonsu Darko Dapaah Donkor Dwamena Essien Frimpong Gyan Gyamfi Konadu Kufuor Kumi
Kuffour Kwakye Kwarteng Mahama Mensah Nkansah Nketia Nkrumah Obeng Ofori Oduro Okyere Opoku Oppong Osei Owusu Partey
Peprah Prempeh Quaye Quarshie Rawlings Sackey Sarpong Tagoe Tetteh Twumasi Yeboah Ba Badji Badiane Bamba Barry Bah
Bathily Cisse Coulibaly Dabo Dembele Demba Diaby Diagne Diakite Diallo Diarra Diatta Diawara Diop Diouf Dioum Doumbia
Drogba Fall Faye Fofana Gaye Gassama Gueye Guindo Ka Kaba Kamara Kane Kante Keita Kone Konate Kourouma Kouyate Mane
Mbaye Mbengue Mbow Mendy Ndiaye Ndoye Ngom Niang Niasse Ouattara Ouedraogo Sagna Sakho Samb Sanogo Sankara Sarr Savane
Seck Senghor Sidibe Sissoko Soumare Soumah Sow Sy Sylla Tall Tandia Thiam Thiaw Toure Traore Tounkara Wade Wague
Yattara Zongo Compaore Kabore Sawadogo Kouassi Kouame Koffi Konan Gbagbo Bedie Ake Ehouman Eto Song Milla Mbappe Mbia
Nkoulou Biya Ondoa Ngando Mboma Abega Nkono Etoo Tchoumi Tchouameni Tchatchoua Deby Lumumba Kabila Tshisekedi Kasavubu
Mobutu Mutombo Mukendi Ilunga Kabongo Kalala Kasongo Tshibangu Mbuyi Ngoyi Makiadi Bolasie Mbemba Wissa Mulumba Lukaku
Abuya Achieng Akinyi Atieno Barasa Bett Chebet Cheruiyot Chepkoech Gatheru Gathogo Gitau Githinji Kagame Kagwe Kamau
Karanja Kariuki Kenyatta Kibaki Kibet Kigen Kimani Kimeli Kimutai Kinyanjui Kinyua Kipchoge Kipketer Kiplagat Kiprop
Kipruto Kiptanui Kirui Kithinji Koech Korir Kosgei Langat Macharia Maina Masai Maathai Mboya Mbugua Mburu Moi Muchiri
Mugo Muigai Munyua Murithi Muriuki Musyoka Muthoni Mutai Mutua Mutuku Mwai Mwangi Mwaniki Mwaura Mwendwa Ndegwa
Ngetich Ngugi Njenga Njeri Njoroge Nyambura Nyong'o Ochieng Odhiambo Oduor Ogola Okello Okoth Olouch Oluoch Omondi
Onyango Opiyo Otieno Ouko Ouma Owino Rotich Rudisha Ruto Waiganjo Wafula Wainaina Wambua Wangari Wanjala Wanjiru
Wanyama Wanyoike Wekesa Kabaka Kiggundu Lubega Mukasa Museveni Mugisha Mugabe Musoke Nsubuga Okot Ssali Ssemakula
Tumusiime Byaruhanga Habyarimana Kayibanda Nkurunziza Ndayishimiye Nyerere Magufuli Mkapa Kikwete Mwinyi Mwakyembe
Mbowe Lissu Massawe Mushi Kimaro Mollel Swai Lyimo Mrema Shirima Urassa Banda Chiluba Kaunda Mwanawasa Hichilema Mwape
Phiri Zulu Tembo Sakala Mumba Mulenga Musonda Mutharika Chakwera Muluzi Gondwe Kachale Nyirenda Mkandawire Chirwa
Abebe Admassu Alemayehu Alemu Ayele Assefa Ayana Bayisa Bekele Belay Berhane Beyene Biru Dadi Defar Degefu Demissie
Desta Dibaba Ejigu Eshetu Fekadu Gebremariam Gebremedhin Gebreselassie Gebrselassie Gebru Getachew Gezahegne Gidey
Girma Haile Hailemariam Hailu Kassahun Kebede Kiros Legesse Lemma Mamo Mekonnen Melaku Mengistu Mulugeta Negash
Negussie Regassa Selassie Shiferaw Sisay Tadesse Tafa Tafesse Tefera Teferi Tekle Teklehaimanot Tesfaye Tesfamariam
Tessema Teshome Tilahun Tola Tsegaye Tulu Wolde Woldemariam Wondimu Worku Yimer Yirga Yohannes Zeleke Zenawi Zewde
Abdirahman Abdullahi Abshir Aden Adan Dirie Dualeh Egal Elmi Geedi Guled Gure Hersi Jama Mohamud Nur Nuur Omaar
Samatar Shire Sharmarke Siad Warsame Baloyi Bhengu Biko Botha Buthelezi Cele Coetzee Coetzer Chauke Dhlamini Dladla
Dlamini Du-Plessis Erasmus Fourie Gumede Gwala Hadebe Hani Hlatshwayo Jantjies Jele Joubert Khoza Khumalo Kekana
Kgosana Khanye Kriel Kubheka Labuschagne Langa Lekota Ledwaba Letsholonyane Louw Luthuli Mabaso Mabena Mabunda Mabuza
Madikizela Madonsela Madiba Mahlaba Mahlangu Makeba Makgoba Malatji Malan Malema Maluleke Mandela Mantashe Maphosa
Maree Marais Maseko Masilela Masondo Mathebula Mathunjwa Matsepe Mavuso Mazibuko Mbatha Mbele Mbalula Mboweni Mchunu
Mdluli Meyiwa Mhlongo Mhlanga Mkhabela Mkhize Mkhwanazi Mnguni Moeketsi Mofokeng Mogale Mokoena Molefe Moloi Moroka
Mosia Motaung Motlanthe Motsepe Mthembu Mthethwa Mtshali Mthimkhulu Myeni Naidoo Nel Ndaba Ndebele Ndimande Ndlovu
Ndou Ngcobo Ngubane Ngwenya Nkabinde Nkosi Nkomo Nkuna Nortje Ntuli Nxumalo Nyathi Nzimande Oberholzer Oosthuizen
Phakathi Plaatje Pienaar Pretorius Radebe Ramaphosa Ramaila Sebeko Seema Sekgala Selebi Shabalala Shabangu Shange
Shezi Sibeko Sibiya Sibanda Sisulu Sithole Skosana Snyman Steyn Sobukwe Swanepoel Tambo Theron Thwala Tsotetsi
Tshabalala Tutu Twala Venter Vilakazi Viljoen Vorster Xaba Ximba Zuma Zondo Zungu Zwane Chamisa Charamba Chidzambwa
Chigumba Chihuri Chikwanha Chimurenga Chinamasa Chirisa Chitepo Chivhu Chiwenga Dabengwa Gumbo Gwanzura Jongwe Kaseke
Machel Madzivanyika Magaya Mahachi Makamure Makoni Mangwana Manyika Mapfumo Maposa Marufu Masuku Matambo Mawere Mhere
Mnangagwa Moyo Mpofu Msika Mudenda Mudzuri Mujuru Mukanya Mukarati Munetsi Murambiwa Murerwa Murewa Mutambara Mutasa
Mutsvangwa Muzenda Muzorewa Ncube Ndoro Nhongo Nyamande Nyoni Shamu Shumba Tekere Tongogara Tsvangirai Zimuto Ziyambi
Zvobgo Andriamanelo Rajaonarimampianina Rajoelina Rakoto Rakotomalala Randria Randrianasolo Ratsiraka Ravalomanana
Razafindrakoto
"""
_ANGLO_AND_CELTIC = """
Abbott Abernathy Abrams Acton Adair Adamson Addison Aldridge Ainsworth Allan Allard Allison Allred Alston Amos Anders
Anthony Appleby Applegate Archer Archibald Ashby Ashcroft Ashford Ashley Aston Atherton Atkins Atkinson Attwood Avery
Ayers Babcock Bagley Bagshaw Bain Baird Baldwin Ballard Bannister Barber Barclay Barker Barlow Barnard Barnett Barr
Barrow Bartlett Barton Basset Bassett Batchelor Batten Baxter Bayley Beasley Beattie Beaumont Beckett Beckham Beecham
Belcher Bellamy Benedict Bentley Beresford Bevan Biggs Billings Bingham Birch Birchall Blackburn Blackman Blackmore
Blackwell Blackwood Blake Blakely Bland Bligh Blevins Bloom Blount Blythe Boles Bolton Bonner Boone Booth Boswell
Bosworth Bower Bowers Bowie Bowles Boyce Bracken Bradbury Bradford Bradshaw Bragg Bramley Brandon Branson Bray Brewer
Brewster Bridgeman Bright Brighton Bristow Britton Broadbent Brock Brogan Bromley Brookes Broughton Browne Browning
Bruce Brunton Buchanan Buckingham Buckley Buckner Bullock Burden Burgin Burks Burnett Burnham Burr Burrell Burris
Burroughs Burrows Burt Busby Butcher Butterfield Buxton Byers Bynum Calder Caldwell Calhoun Callaghan Callahan
Calloway Calvert Camp Cannon Cantrell Capps Carey Cargill Carlisle Carlton Carmichael Carnegie Carney Carrington
Carruthers Cartwright Caruthers Carver Casey Cassidy Caswell Cates Caulfield Causey Cavanaugh Cave Cavendish Chadwick
Chalmers Chamberlain Champion Chappell Charlton Chase Cheatham Chester Chilton Chisholm Christian Christie Churchill
Clancy Clapp Clapham Clapton Clary Clay Clegg Clements Clemons Cleveland Clifford Clifton Cline Clinton Coates Cobb
Cochran Cochrane Coffey Coffman Colbert Colby Colclough Coley Colley Collier Collingwood Collinson Colson Colvin Combs
Compton Comstock Conaway Conley Connell Connelly Connolly Connor Connors Conroy Constable Conti Cooke Cooley Coombs
Copeland Corbett Corbin Corcoran Cornish Cornwell Costello Cotter Cotton Coulter Courtney Covington Cowan Cowell
Cowley Coyle Coyne Crabtree Craft Crane Cranston Craven Crawley Creighton Crenshaw Cresswell Crews Crocker Crockett
Croft Cromwell Crosby Cross Crossley Crouch Crow Crowder Crowe Crowell Crowley Crowther Crum Crump Culbertson Cullen
Culpepper Cummings Cummins Cupp Curran Currie Curry Cushing Cutler Dalton Daly Dalziel Damon Danforth Darby Darcy
Darling Darnell Darwin Daugherty Davenport Davey Davidson Davison Dawkins Dayton Deal Dean Deaton Delaney Dempsey
Denham Denning Dennis Denny Denton Derrick Desmond Devereux Devine Devlin DeWitt Diamond Dick Dickens Dickerson
Dickinson Dickson Diggs Dillard Dillon Dobbins Dobbs Dobson Dockery Dodd Dodge Dodson Doherty Dolan Donahue Donald
Donaldson Donnelly Donoghue Donohue Donovan Dooley Doran Dorsey Dotson Dougherty Dowd Dowell Dowling Downey Downing
Downs Doyle Draper Drew Driscoll Drummond Drury Dudley Duffy Dugan Duggan Duke Duncan Dunbar Dunham Dunlap Dunlop
Dunne Dunning Durbin Durham Dutton Dwyer Dye Dyer Dyson Eagle Eagleton Earle Earley Easley Eastman Easton Eastwood
Eaton Eccles Eddy Edgar Edison Edmond Edmonds Edmondson Edmunds Egan Elder Eldridge Elias Elkins Ellington Elliot
Ellis Ellison Ellsworth Elmore Elton Ely Emerson Emery Emmons English Ennis Epps Ervin Erwin Esposito Eubanks Evans
Everett Ewing Fairbanks Fairchild Fairclough Faircloth Fairfax Falk Fallon Fanning Farley Farmer Farnsworth Farnham
Farr Farrar Farris Farrow Faulkner Fawcett Feeney Felder Fenton Fenwick Ferris Ferry Fielding Fields Finch Findlay
Finley Finn Finnegan Finney Firth Fischer Fish Fishburne Fitch Fitzpatrick Fitzsimmons Fitzwilliam Flanagan Flanders
Flannery Flint Flood Flowers Foley Foote Forbes Forester Forrest Forrester Forsyth Forsythe Fortune Foss Fountain
Fowles Fraley Frame Frampton Franks Fraser Frederick Freed Freedman Frost Fry Frye Fulcher Fulton Furlong Gaffney Gage
Gaines Galbraith Gale Gallacher Galloway Gamble Gannon Garber Garland Garner Garrison Garvey Garvin Gaskell Gaskill
Gates Gavin Gay Geary Gentry Germany Gibbons Gibbs Gifford Gilchrist Giles Gillespie Gilliam Gillis Gilman Gilmore
Gladstone Glasgow Glass Gleason Gleeson Glenn Glover Godfrey Godwin Goff Goldsmith Goode Gooch Goodall Goodrich
Goodson Goodyear Gore Gorman Goss Gough Gould Grady Granger Grantham Graves Grayson Greaves Greenberg Greenfield
Greenwood Gregg Gregory Grey Grice Grier Grieve Griffith Grimes Groves Grove Grover Grubb Gunn Guthrie Guy Hackett
Hadden Haddock Hadley Hagan Haines Haley Halliday Halpin Halsey Ham Hamby Hamer Hamm Hammer Hampson Hancock Handley
Haney Hankins Hanley Hanlon Hannah Hannigan Hannon Harcourt Hardin Harding Hardwick Hardman Hargreaves Harker Harkins
Harland Harley Harlow Harman Harney Harp Harrell Harriman Harrold Hartley Hartman Harwood Haskell Haskins Hastings
Hatch Hatcher Hatfield Hathaway Hatton Havens Hawes Hawk Hawke Hawker Hawley Hay Hayden Hayes Haynes Hays Hayward
Haywood Head Healey Healy Heard Hearn Heath Heaton Hedges Helms Helton Hemingway Henley Hennessy Henson Herbert Herman
Herring Herrington Hester Hewitt Heyward Hibbert Hickey Hickman Hickson Higginbotham Higgins Higgs Hightower Hilliard
Hilton Hindley Hines Hinkle Hinson Hinton Hitchcock Hoare Hobbs Hobson Hodge Hodgson Hodgkins Hodgkinson Hoffman
Holbrook Holcomb Holcombe Holden Holder Holdsworth Holiday Holley Hollingsworth Hollins Hollis Holman Holmes Holton
Honeycutt Hood Hooker Hooper Hopkinson Hopper Horan Hornby Horne Horner Horsley Horton Hoskins Hough Houghton House
Houston Howarth Howells Howland Hoyle Hoyt Hubble Hudgins Huff Huffman Huggins Hughes Hull Hulme Hume Humphrey
Humphreys Humphries Hunt Huntley Hurd Hurley Hurst Hussey Huston Hutchins Hutchinson Hutchison Hutton Huxley Hyatt
Hyde Inglis Innes Ireland Irvin Irvine Irving Irwin Isaac Isaacs Isbell Ivey Ivory Jack Jacks Jacobson Jamieson
Jamison Jarrett Jarvis Jefferies Jeffers Jefferson Jeffrey Jeffreys Jeffries Jenner Jennings Jerome Jessop Jewell Jobs
Johns Johnstone Joiner Jolly Joyce Joyner Judd Judge Julian Justice Kavanagh Kay Kean Keane Kearney Kearns Keating
Keaton Kee Keefe Keegan Keenan Keene Keen Keith Kellogg Kelso Kemp Kendall Kendrick Kenney Kenny Kent Kenyon Keogh
Kerrigan Kershaw Key Keyes Kidd Kiernan Kilgore Killian Kilpatrick Kimball Kimble Kincaid Kinder Kingsley Kingston
Kinney Kinsella Kinsey Kipling Kirby Kirk Kirkland Kirkpatrick Kirkwood Kirwan Kitchen Kneale Knowles Knowlton Knox
Lacey Lacy Ladd Lafferty Laing Laird Lake Lancaster Landers Landon Langdon Langford Langley Langston Langton Lanham
Lanier Lansbury Larkin Larsen Lassiter Latham Latimer Law Laws Lawler Lawton Lay Layton Leach Leahy Leary Leavitt
Ledford Leggett Leigh Leighton Lemon Lennon Lennox Lester Leven Lever Lewin Leyland Liddell Liddle Lightfoot Lindley
Lindsay Lister Little Littlejohn Littleton Livingston Livingstone Locke Lockhart Lockwood Loftus Logan Lomax London
Long Longman Loomis Lord Lovell Lovett Lowell Lowery Lowry Lucas Lumley Lundy Lunn Lusk Luther Lyle Lyman Lyon Lyons
Lytle Mabry MacAllister MacArthur Macdougall Macfarlane MacGregor MacInnes MacIntosh MacIntyre MacKay MacKinnon
MacLean MacLeod MacMillan MacNamara MacNeil MacPherson MacRae Madden Maddox Madison Magee Maguire Mahoney Mahon Mahony
Mallory Mallon Malloy Maloney Manley Mansfield Maple Marchant Markham Marlow Marlowe Marr Marriott Marsden Marsh
Marshal Masters Masterson Mather Mathers Mathews Mathis Matheson Mathieson Maude Mawson Maxey Mayfield Maynard Mayo
Mays McAdams McAllister McArthur McBride McCabe McCain McCall McCallum McCann McCartney McCarty McCauley McClain
McClellan McClelland McClendon McClintock McClure McConnell McCord McCormack McCracken McCray McCullough McCutcheon
McDaid McDermott McDonagh McDonnell McDonough McDougal McDowell McElroy McFadden McFarland McFarlane McGill McGinnis
McGinty McGovern McGowan McGrath McGraw McGregor McGuinness McGuire McHugh McIlroy McInnis McIntosh McIntyre McIver
McKay McKean McKee McKellar McKenna McKeown McKeon McKinley McKinnon McKnight McLain McLeod McMahon McManus McMillan
McMillen McMullen McNair McNally McNamara McNamee McNeal McNeil McNeill McNulty McPherson McQueen McRae McShane
McTavish McVey McWhorter Mead Meade Meadows Means Mears Medlock Meehan Meek Meeks Mellon Melton Melville Mercer
Meredith Merrick Merrill Merritt Merton Metcalf Metcalfe Michaels Middleton Milburn Milam Miles Millar Millard Millen
Milligan Millington Milner Milne Milton Mims Minton Mitchum Mize Mobley Moffat Moffatt Moffett Mohr Moll Molloy
Moloney Monaghan Monahan Monk Montague Mooney Moran More Moreland Morey Moriarty Morley Morrell Morrow Morse Mortimer
Mosby Moseley Moses Mosley Mott Moulton Mount Mowbray Moyer Muir Muldoon Mulcahy Mulholland Mullen Mulligan Mullin
Mumford Muncy Munn Munro Munroe Munson Murdoch Murdock Murphree Murrow Musgrave Musgrove Musk Myers Nagle Nance Napier
Nathan Naughton Naylor Neale Nealon Needham Neely Neill Neilson Nesbitt Neville Newby Newcomb Newell Newsome Nichol
Nicholas Nicholl Nicholls Nicholson Nickerson Nicol Nightingale Nix Nixon Nolan Noonan Norfolk Norwood Nugent Nunn
Nutt Oakes Oakley Oates Oden Odell Odom Ogden Ogle Oldham Olds Oliphant Orr Orton Orwell Osborn Osbourne Osgood Otis
Overton Owen Owensby Paddock Padgett Paige Paine Painter Palin Parish Parkes Parkin Parkinson Parnell Parris Parrish
Parrott Parry Partridge Pate Paterson Patten Paul Paulson Pawley Paxton Payton Peabody Peacock Pearce Peck Peel Pell
Pender Pendleton Penn Pennington Peoples Pepper Percival Percy Perdue Perron Person Peter Petty Phelan Phelps Philips
Phillipson Phipps Pickard Pickering Pickett Pike Pilkington Pinkerton Pinkney Piper Pitt Pitts Platt Plummer Poe
Poindexter Polk Pollard Pollock Poole Poore Porter Posey Poston Potts Pound Power Powers Prentice Prescott Presley
Preston Prewitt Pridgen Priest Priestley Prince Pringle Proctor Prosser Pruitt Pryor Puckett Pugh Pullman Purcell
Purdy Purnell Putnam Pyle Quick Quigley Quinlan Radcliffe Radford Rafferty Rainey Ralph Ralston Rand Randolph Rankin
Ransom Ratliff Rawls Rawson Ray Rayburn Raymond Rayner Reagan Reardon Redding Redford Redgrave Redman Redmond Reeve
Regan Reilly Renfro Rennie Renshaw Reno Revell Reynard Rhoads Rhymes Rice Rich Richey Richie Richmond Rickard Rickman
Riddell Riddle Rider Ridge Ridgeway Ridley Rigby Rigsby Ripley Ritchey Ritchie Rivers Roach Robb Robbie Roberson
Robins Robson Rockefeller Rockwell Roddy Rodman Roe Rollins Romney Rooney Roper Roscoe Roswell Rothwell Roundtree
Rourke Rouse Rowan Rowell Rowland Rowley Rowling Rowntree Royal Royce Royle Rucker Rudd Ruff Ruffin Rush Rushing
Ruskin Russ Russel Rust Ruth Rutherford Rutland Rutledge Ryder Sadler Salisbury Salmon Salter Sample Sampson Samson
Samuel Samuels Samuelson Sanderson Sandford Sands Sanford Sargent Savage Sawyer Saxton Saylor Sayers Scales
Scarborough Schofield Scruggs Scully Seals Sears Seaton Seay Sedgwick Seeley Self Sellers Selby Severson Sewell Sexton
Seymour Shackleton Shafer Shaffer Shakespeare Shanahan Shank Shanks Shannon Sharkey Sharpe Shea Shearer Sheehan
Sheffield Shelby Sheldon Shelley Shepard Shephard Shepherd Sheppard Sheridan Sherwood Shields Shipley Shipman Shirley
Shoemaker Shore Short Shrader Shuler Siddall Siddons Sidney Simms Simons Simpkins Sinclair Singer Singleton Sipes
Sisson Sizemore Skaggs Skelton Skinner Slade Slater Slaughter Sloan Small Smalley Smallwood Smart Smiley Smyth Smythe
Snead Snell Snider Snow Somers Somerset Somerville Sorrell Southern Southgate Sowell Spalding Spangler Spaulding Spear
Spears Speed Spence Spicer Spooner Springsteen Sprague Squires Stafford Staley Standish Stanford Stanhope Stanley
Stanton Stapleton Stark Starks Starling Starr Statham Staton Stearns Steed Steel Stephen Stephenson Sterling Steward
Stiles Stillman Stinson Stock Stockton Stoddard Storey Storm Stout Stovall Stover Stratton Streeter Strickland
Stringer Strong Stroud Stuart Stubbs Sturgeon Sturgis Styles Suggs Sumner Sutton Swain Swan Swann Sweet Swenson Swift
Swinton Sykes Sylvester Tabor Taft Talbot Talley Tanner Tapp Tate Tatum Teague Tempest Temple Templeton Tennant
Tennyson Tharp Thacker Thackeray Thatcher Thayer Theriot Thomason Thompsen Thomson Thorne Thornhill Thorpe Thrasher
Thurman Thurston Tibbs Tidwell Tierney Tiller Tillman Tilley Timmons Tindall Tinsley Tipton Titus Tobin Toland Tolbert
Toliver Tolkien Tomlinson Toner Toney Tovey Towns Tracey Tracy Trahan Trammell Travers Travis Treadwell Trent Trimble
Tripp Trotter Trout True Trump Tubbs Tuck Tully Turnbull Turpin Tuttle Twain Tyndall Tyson Upton Usher Vance Vaughan
Venable Vernon Vick Vickers Victor Vinson Wadsworth Waite Wakefield Walden Waldron Wale Wales Wallis Walpole Walling
Wallington Walls Walmsley Walsham Walters Ware Warburton Warden Wareham Warfield Waring Warner Warwick Washburn
Waterman Wayne Weatherby Weatherly Weatherspoon Weathers Weeks Weems Weir Welborn Weldon Weller Wellington Wellman
Wesley Wesson Westbrook Westfall Westmoreland Weston Wetherby Whalen Whaley Wharton Whatley Wheatley Wheaton Whelan
Whipple Whitaker Whitcomb Whitehead Whitehouse Whiteside Whiting Whitley Whitlock Whitman Whitmore Whitney Whitt
Whittaker Whittington Whitworth Whyte Wick Wicks Wiggins Wilcox Wilde Wilder Wiley Wilkes Wilkie Wilkinson Willard
Willett Willey Willoughby Wills Willson Wilmot Wilton Winchester Windham Windsor Wingate Winfield Winfrey Winn Winslow
Winstead Winston Winters Winthrop Witherspoon Wolfe Womack Wong Woodard Woodbury Woodcock Woodhouse Woodruff Woodson
Woodward Woodworth Woody Wooldridge Wooten Worley Worthington Worthy Wray Wren Wyatt Wylie Wyman Wynn Wynne Yarbrough
Yardley Yeager Yeats Yoder Yorke Youngblood Ahearn Ahern Banville Begley Behan Bhriain Bohan Boland Bourke Brannigan
Breen Brennan Broderick Brosnan Burke Cahill Callan Canavan Canning Carmody Cashman Cleary Coady Coakley Cody Coghlan
Colgan Collins Comerford Concannon Condon Connaughton Considine Conway Coogan Corrigan Costigan Coughlan Cregan Cronin
Crotty Cuddy Culhane Cunnane Curley Cusack Cussen Deasy Deegan Delahunt Devane Diskin Dineen Donlon Dorgan Dowdall
Duane Fagan Fahey Fahy Fenlon Finnerty Fitzmaurice Flaherty Flavin Fogarty Freeney Galvin Gavigan Geoghegan Geraghty
Gilligan Gilmartin Glynn Gogarty Gormley Greaney Griffin Guiney Halligan Hanrahan Harrington Heaney Heffernan Hegarty
Hehir Henchy Hogan Horgan Hourihane Hynes Jordan Kealy Keaney Keaveney Kelleher Kenneally Kenneth Kerins Kiely
Kilbride Kilroy Kinahan Lalor Lally Lambe Lavelle Lavin Lawlor Lehane Lenihan Leonard Linehan Looney Lydon Madigan
Mangan Mannion McAleer McAleese McArdle McAuley McAuliffe McBrien McCaffrey McCluskey McCourt McCrory McEvoy McGahern
McGarry McGeady McGeehan McGettigan McGlynn McGoldrick McGonagle McGroarty McInerney McKiernan McLoughlin McMenamin
McMorrow McNicholas McPartland McQuaid McQuillan McSweeney McTiernan Meaney Minogue Molony Morrissey Moynihan Mulhern
Mullaney Mulrooney Mulvaney Nallen Nally Neary Neeson Noone Nulty Nyhan Plunkett Prendergast Quirke Rafter Reddan
Riordan Ronan Ruane Ryan Scanlan Scanlon Shanley Shaughnessy Sheedy Sheehy Sheeran Shevlin Slattery Staunton Sugrue
Sweeney Taaffe Tiernan Timoney Toibin Toomey Treacy Troy Tuohy Twomey Tynan Varley Wall Woulfe Beynon Bowen
Cadwallader Craddock Gethin Glyndwr Gwynne Jenkin Llewellyn Llywelyn Maddock Morgans Penry Powys Preece Prothero
Prytherch Rees Rhys Watkin Yorath Kahale Kahananui Kalama Kamaka Kealoha Kekuku Mahoe Nakoa Tamihana Te Ngata Parata
Rangihau Tamatea Taumalolo Tauranga Tuala Tuilagi Fonoti Faleafa Leavasa Malietoa Mataafa Taufa Tupou Vaipulu Fifita
Folau
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
