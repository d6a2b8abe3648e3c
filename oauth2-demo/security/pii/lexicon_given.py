"""Given names of the world by language community, beyond those of `lexicon_en` and without diacritics."""

from __future__ import annotations

_EAST_ASIA = """
Aiko Aimi Airi Akane Akemi Aki Akihiko Akihiro Akihito Asami Asuka Atsushi Aya Ayaka Ayako Ayame Ayano Ayumi Ayumu
Chie Chieko Chihiro Chika Chinatsu Chisato Chiyoko Daichi Daiki Eiji Emi Emiko Eriko Etsuko Fumio Fuyuki Genki Goro
Hajime Hanako Harue Haruko Harumi Haruna Hayato Hideaki Hideki Hideko Hideo Hideyuki Hikaru Hinata Hiro Hiroaki Hiromi
Hirofumi Hironori Hiroto Hiroyuki Hisako Hisashi Hitomi Honoka Ichiro Ikuko Isamu Isao Itsuki Izumi Jiro Junichi Junji
Junko Kaede Kana Kanako Kanae Kaori Kaoru Katsumi Katsuya Kayo Kayoko Kazue Kazuhiko Kazuhiro Kazuma Kazumi Kazunori
Kazuo Kazuya Kazuyuki Keigo Keiichi Keiji Keisuke Keita Kenichi Kenjiro Kentaro Kento Kimiko Kiyoko Kiyoshi Kohei
Koichi Kosuke Kota Kotaro Kumiko Kunihiko Machiko Madoka Maiko Maki Makiko Mamoru Manabu Manami Masaaki Masahiko
Masahiro Masahito Masaki Masami Masanori Masao Masaru Masashi Masato Masaya Masayoshi Masayuki Masumi Michiko Michio
Mieko Miho Mikio Minako Minami Minoru Misaki Misako Mitsuko Mitsuo Mitsuru Miwa Miyako Miyu Miyuki Mizuki Moe Momoka
Momoko Motoko Mutsumi Nagisa Nana Nanako Nanami Naoki Naoto Naoya Natsuki Natsuko Natsumi Noboru Nobuko Nobuo Nobuyuki
Noriaki Noriko Norio Nozomi Osamu Ren Rie Rieko Riko Rika Rumi Rumiko Ryo Ryohei Ryoko Ryosuke Ryuichi Ryuji Ryunosuke
Saburo Saki Sakiko Saori Satomi Satoru Satsuki Sayaka Sayuri Seiichi Seiji Setsuko Shigeko Shigeo Shiho Shingo
Shinichi Shinobu Shinya Shiori Shizuka Shizuko Shohei Shoichi Shoji Shota Shotaro Shuhei Shuichi Shuji Shunsuke Sota
Susumu Suzue Tadao Taiki Takaaki Takahiro Takako Takanori Takao Takayuki Takehiko Takeo Takeru Takuma Takuya Tamiko
Taro Tatsuo Teruo Tetsuo Tomohiro Tomoki Tomomi Tomoya Tomoyuki Toru Toshiaki Toshio Toshiyuki Tsubasa Tsukasa Tsuneo
Tsutomu Tsuyoshi Wakana Wataru Yasuhiro Yasuo Yasushi Yoichi Yosuke Yoshiaki Yoshio Yoshinori Yoshito Yuichi Yuji Yuka
Yukari Yukiko Yukio Yumiko Yusuke Yuta Yutaka Yuto Yuya Yuzuki Bao Binh Chau Chien Cuong Dao Dat Diep Diem Dinh Duc
Dung Duong Duy Duyen Giang Hanh Hieu Hoa Hoai Hoang Hoc Huan Hue Huy Huyen Khai Khang Khanh Khoa Khoi Kieu Lam Loan
Loc Luan Luong Manh My Nga Ngan Nghia Nguyet Nhan Nhat Nhi Nhu Nhung Phong Phu Phuc Phuoc Phuong Quan Quang Quoc Quy
Quyen Quynh Sang Thai Thao Thi Thien Thinh Thoa Thuan Thuong Thuy Thuc Tien Tin Toan Trang Tri Trinh Trong Truc Trung
Truong Tu Tung Tuyet Tuyen Van Viet Vinh Vuong Vy Xuan Yen Anchali Anong Apinya Arthit Boonsri Chai Chaiwat
Chalermchai Chanida Chatri Kamon Kanya Kittisak Kulap Malee Manop Mongkut Narong Nattapong Niran Nok Nonthawat Panit
Patcharee Phichai Pim Pimchanok Ploy Porntip Prasert Preecha Rattana Sakda Sirikit Siriporn Siriwan Somboon Somkid
Sompong Somsak Sudarat Sukhon Supaporn Supansa Surachai Suthep Tanawat Thaksin Thanawat Thanit Udom Wanida Wichai
Wirot Worawut Yingluck Sokha Sophal Sophea Sovann Bopha Chanthy Rithy Veasna Borey Dara Phirun Aung Zaw Thida Khin
Myint Kyaw Thant Htet Thiri Enkhjargal Batbayar Bolormaa Ganbold
"""
_SOUTH_EAST_ASIA = """
Adi Agung Amirul Andi Andika Anisa Ardi Arief Arif Aris Asep Ayu Azlan Azman Azizah Bambang Bayu Cahaya Cahya Citra
Dedi Dian Dimas Dwi Edi Eka Eko Endang Faizal Fajar Fitri Fitriani Galih Gita Gusti Hadi Hafiz Hairul Handoko
Hariyanto Hendra Hendri Heru Iman Indah Indra Intan Irfan Irwan Iskandar Iwan Joko Kartika Khairul Kurniawan Lestari
Maharani Mawar Mega Mohd Mohamad Nadiah Ningsih Novita Nurul Nurhayati Prabowo Puspita Putra Putri Putu Rahayu Rahmat
Ratna Ratih Rendra Reza Rini Rizal Rizki Roslan Rudi Rusdi Sari Setiawan Shahrul Sigit Slamet Sri Suharto Sukarno
Suparman Suryani Susanti Susilo Syafiq Syahrul Syamsul Taufik Utami Wahyu Wawan Widodo Wulan Yanti Yudi Yudha Yuni
Yusof Yusri Zainal Zaki Zulkifli Hafizah Aisyah Faridah Halimah Jamilah Norazlina Rohana Rosnah Rosmah Shafiq Zaleha
Alon Amihan Bayani Benigno Bienvenido Bongbong Corazon Crisanto Dalisay Edgardo Erlinda Estrella Florante Imelda
Jejomar Jericho Jhun Jonalyn Joselito Kristine Liezel Ligaya Lualhati Luningning Maricar Maricris Marites Marivic
Mylene Nenita Princess Remedios Reynaldo Rodel Rommel Ronaldo Rosalinda Rhodora Romulo Teodoro Virgilio Wilfredo
Jayson Jovelyn Analyn Cherry
"""
_SOUTH_ASIA = """
Aadhya Aakash Aarav Aarti Abhay Abhijit Abhinav Abhishek Adarsh Ajay Ajit Akhil Akshay Alka Alok Aman Amar Amarjit
Ameya Amish Amol Amrita Amulya Anant Anasuya Anirban Anirudh Anjana Anju Ankit Ankita Ankur Anoop Anshul Anuj Anupam
Anupama Anuradha Anurag Anusha Anushka Aparna Apoorva Aravind Archana Arnab Arpita Arun Aruna Ashish Ashwini Atul
Avinash Ayesha Ayush Babita Balaji Balakrishnan Bhagwan Bharati Bhaskar Bhavana Bhavesh Bhavna Bhupinder Bijay Bikash
Bimal Bina Bindu Bipin Brijesh Chaitanya Chandan Chandni Chandrasekhar Charu Chirag Chitra Daljit Damini Darshan
Debashish Deepak Deepali Deepika Deepti Devansh Devendra Devika Dhananjay Dhanush Dhruv Dipak Dipika Durga Farhana
Farooq Gagan Gauri Gayatri Geeta Geetha Girish Gopal Gopi Govind Gulab Gulshan Gurpreet Gurmeet Gurdeep Harbhajan
Hardik Hari Harjit Harpreet Harsh Harsha Harshad Hema Hemant Himanshu Hina Imtiaz Indira Indrani Indu Isha Ishita Iqra
Jahnavi Janaki Janardhan Jasbir Jasmeet Jaspreet Jasvinder Jatin Jayant Jayanti Jayanthi Jayashree Jayesh Jignesh
Jyoti Jyothi Kabir Kailash Kajal Kalpana Kalyan Kamala Kamini Kanchan Kanika Kapil Karishma Kartik Karthikeyan Kaushik
Kavitha Kavya Keerthi Ketan Keshav Khushboo Kirti Kishan Kishore Komal Krishnan Kriti Kuldeep Kumari Kushal Lakshman
Lalit Lalita Lata Latha Lavanya Leela Lokesh Madhav Madhavi Madhur Madhuri Mahendra Mala Malati Malini Mallika Mamta
Manasi Mandeep Mangesh Manik Maninder Manisha Manjeet Manju Manjula Manjunath Manmohan Mansi Mayank Mayur Meena
Meenakshi Megha Meghana Milind Minal Mithun Mohini Mohit Mrinal Mridula Mukesh Mukta Muralidhar Murali Muthu Nagaraj
Naina Nalini Naman Namrata Nandini Nandita Naresh Narayan Narendra Naveen Navdeep Navneet Navya Nayan Neelam Neelima
Neeraj Neeta Neetu Nehal Nidhi Nihal Nilesh Nimisha Niranjan Nirmal Nirmala Nishant Nitesh Nitya Om Padmini Pallavi
Parag Paramjit Parth Parul Parvati Pavan Pawan Payal Piyush Poonam Poornima Prabha Prabhakar Prachi Pradeep Prafulla
Pramod Pranay Prasanna Prashant Prateek Pratibha Pratik Praveen Pravin Preeti Prem Prerna Preethi Prithvi Pritam Priti
Puja Pulkit Punam Puneet Purnima Pushpa Rachana Radha Radhika Raghav Raghu Rahim Raja Rajani Rajat Rajeev Rajendra
Rajeshwari Rajiv Rajni Raju Rakesh Rakhi Ram Rama Ramachandran Raman Ramakrishna Rameshwar Rana Ranjan Ranjana Ranveer
Rashmi Ratan Raveena Reena Renu Renuka Reshma Reyansh Rima Rishabh Rishi Ritesh Riya Rohini Ruchi Ruchika Rukmini Rupa
Rupali Rupesh Saanvi Sabitha Sachin Sadhana Sagar Sahil Sai Sakshi Samarth Sameer Sandhya Sangeetha Sanjana Sapna
Sarala Saroj Sarojini Satish Satya Satyam Saurabh Savita Savitri Seema Senthil Shabana Shailaja Shailesh Shalini
Shankar Shantanu Shanthi Shanti Sharad Shashank Shashi Sheela Shekhar Shikha Shilpa Shiva Shivam Shivani Shivakumar
Shobha Shraddha Shreyas Shubham Shubha Shweta Shyam Siddharth Simran Sindhu Sita Smita Sneha Snehal Sohail Sohan Sonal
Sonali Soumya Sourav Sree Sreedhar Sridevi Sridhar Srikanth Srinivas Srinivasan Sriram Subhashini Subramaniam Subrata
Suchitra Sudesh Sudha Sudhakar Sudhir Sudipta Sugandha Sujata Sujatha Sujay Sukhdev Sukhwinder Sulochana Suman Sumathi
Sumeet Sundar Suneel Suneeta Supriya Suraj Surabhi Surendra Surinder Surya Sushant Sushila Sushma Swapna Swapnil
Swaroop Swathi Swetha Tanmay Tanuja Tapan Tarun Tejas Tejaswini Tushar Uday Ujjwal Umesh Urmila Utkarsh Vaibhav
Vaishali Vaishnavi Vandana Varsha Varun Vasant Vasanth Vasudha Vasudevan Veena Venu Vibha Vidya Vidyut Vijaya
Vijayalakshmi Vikrant Vimal Vimala Vineet Vineeta Vinita Vipin Vipul Virender Vishnu Yamini Yashwant Yogesh Yogita
Yuvraj Zubair Zeenat Arshad Aslam Ayaan Azhar Babar Danish Farzana Fahad Fawad Ghulam Humayun Hafsa Ijaz Inzamam
Junaid Kamran Khurram Kulsoom Maheen Mahnoor Mehwish Mubashir Mudassar Muneeb Nadeem Naeem Noman Nusrat Parveen Qasim
Rehana Rukhsana Saad Saba Sajid Saima Shabnam Shahbaz Shahid Shahzad Shaista Shazia Shoaib Sidra Sumaira Tabassum
Tahir Tahira Tanveer Tauseef Umair Usman Uzma Waqar Waqas Yasir Younis Zafar Zaheer Zeeshan Abul Aminul Anisur Ariful
Dilara Fahmida Habibur Jahangir Kamrul Mahbub Mizanur Mofizul Momtaz Moniruzzaman Mosharraf Nazmul Rafiqul Razia
Rezaul Rokeya Rumana Sabina Sajeda Selina Shahnaz Shamima Sharmin Sultana Tahmina Tanjina Taslima Zakir Ziaur Chaminda
Chandrika Dilshan Kumara Lasith Malinga Mahela Nimal Nuwan Ruwan Sanath Sunethra Thilini Tharindu Upul Bishnu Dipendra
Gyanendra Prachanda Sushil Tsering Tenzin Pema Dorji Sonam
"""
_MIDDLE_EAST = """
Aamir Abbas Abd Abdallah Abdelaziz Abdelkader Abdelrahman Abdulaziz Abdulrahman Abeer Adel Adham Afaf Ahlam Aicha Aida
Ahmet Aiman Akram Ala Alaa Aliya Almas Amal Amani Ameen Ameer Amin Aminah Amine Ammar Amr Anas Anouar Arwa Asad Asim
Asmaa Ashraf Ata Atef Ayman Ayat Ayoub Aziza Badr Bahaa Bahia Baraka Basel Basem Basim Basma Bassam Batoul Bouchra
Boutros Brahim Chadi Chafik Dalal Dawood Driss Duaa Elham Eman Emad Esra Essam Ezz Fadel Fadia Fadwa Fahd Fahim Faiza
Fares Faris Farida Fathi Fatiha Fatin Fatma Fawzi Fayez Feras Firas Fouad Ghada Ghassan Ghazi Habib Habiba Hadeel
Hafez Haider Haifa Hakim Hala Halim Halima Hamad Hamdan Hamdi Hamed Hamida Hanaa Hanan Hani Hania Hanadi Haroun Hashem
Hashim Hasna Hatem Hayat Hazem Heba Hicham Hikmat Hind Hisham Hoda Houda Hossam Hussam Hussein Hussain Husni Ibtisam
Ihab Ilham Imad Imane Inaam Intisar Isam Israa Issa Issam Jaafar Jabbar Jabir Jaber Jalal Jaleel Jamil Jawad Jihad
Joumana Kadhim Kamel Karima Kassem Kawthar Khaled Khalida Khalifa Khawla Khulood Kinda Laila Lamia Lama Latif Latifa
Layal Leen Loubna Lubna Luay Lujain Maha Mahdi Maher Mahmoud Mahmood Majd Majed Majid Majida Malak Malek Malika Manal
Mansour Maram Marwa Marwan Mayar Maysa Mazen Mohsen Moneer Monir Mounir Mourad Moustafa Muath Mubarak Muna Munir Murad
Musa Mutasim Nabil Nabila Nada Nader Nadim Naji Najib Najla Najwa Naim Nahla Nawal Nawaf Nayef Nazih Nesreen Nidal
Nihad Nizar Noha Noura Nour Nourhan Nuha Nuri Omaima Omer Osama Othman Oumaima Qais Qasem Rabab Rabia Radwan Rafiq
Raghad Ragheb Rahma Raid Raed Rajaa Ramez Rami Ramzi Randa Rasha Rashed Rasheed Rawan Rawya Rayan Razan Reem Rida
Riham Rim Riyad Riad Roqaya Ruba Ruqayya Saadia Sabah Saber Sabri Sadiq Safa Safaa Sahar Said Sajida Sakina Salah
Salam Saleh Salem Salima Salwa Samah Samar Sameh Sameera Samia Samih Sana Sanaa Sawsan Sayed Shadi Shadia Shahd Shaima
Shereen Sherif Siham Soad Souad Soha Sohaila Soumaya Suad Suhail Suhair Suleiman Sulaiman Sultan Taha Tahani Taher
Talal Talib Tamer Tamim Taqwa Tareq Tarek Taysir Thamer Turki Umm Usama Uthman Wael Wafa Wafaa Wahid Waleed Widad
Wissam Yacoub Yasmeen Yasser Yazan Yazid Younes Zaina Zakaria Zayd Zayed Zeina Zeinab Ziad Zineb Zubaida Zuhair Afshin
Ahmadreza Alborz Alireza Amirhossein Anahita Arash Ardeshir Arezoo Arman Arsalan Aryan Atefeh Atousa Azar Babak Bahar
Bahareh Bahman Bahram Behnam Behrouz Behzad Bijan Bita Borzou Dariush Davoud Donya Ebrahim Elahe Elaheh Elnaz
Esfandiar Faramarz Farhad Faribah Fariba Farnaz Farrokh Farshad Farshid Farzad Farzaneh Fereydoun Forough Gholam Giti
Golnaz Golshan Habibollah Hamidreza Hengameh Homa Homayoun Hooman Hossein Iraj Jahan Jamshid Kaveh Kazem Keyvan
Khosrow Kiana Kiarash Kourosh Ladan Maliheh Mahsa Mahnaz Mahshid Mahtab Mahyar Mana Mandana Manouchehr Marjan Marjaneh
Masoud Masoumeh Maziar Mehran Mehrdad Mehri Mehrnaz Milad Mitra Mojgan Mojtaba Morteza Mostafa Nahid Nasim Navid
Nazanin Negar Negin Niloufar Nima Omid Parham Paria Parisa Parivash Parvaneh Parviz Payam Pegah Pejman Peyman Pouria
Pouya Reyhaneh Roja Roya Sadegh Saeid Sahand Saman Sanaz Sasan Sepideh Setareh Shahab Shahin Shahla Shahram Shahrzad
Shapour Sharareh Shayan Shervin Shideh Shohreh Siamak Siavash Simin Sina Sogand Soheil Soroush Tahereh Touraj Vahid
Yalda Zohreh Adem Alev Alper Arda Arzu Asli Asuman Ates Attila Aydin Ayla Aynur Aysel Aysegul Aysun Aytac Banu Baris
Basak Batuhan Begum Belgin Berat Berk Berkay Betul Beyza Bora Burcu Busra Caglar Canan Cansu Cemal Cemile Cengiz Ceren
Ceyda Cihan Damla Defne Demet Devrim Didem Dilek Dogan Doruk Duygu Ebru Ece Eda Efe Ela Elif Emel Emin Emrah Ender
Enver Eray Erdal Erdem Erdogan Eren Erhan Erkan Erol Ersin Ertugrul Esin Esma Evren Eylul Fadime Fatih Ferhat Feride
Figen Filiz Fikret Fulya Furkan Gizem Gokce Gokhan Gonca Gonul Gul Gulay Gulcan Gulsah Gulten Guler Gunay Guven Hacer
Hale Halil Haluk Handan Hande Harun Hatice Havva Huma Hulya Idil Ilayda Ilhan Ilkay Ilker Ilknur Inci Irem Irmak Ismet
Kaan Kadir Kadriye Kemal Kenan Kerem Kerim Koray Kubra Kursat Lale Levent Melek Meltem Meral Mert Meryem Mesut Metin
Mevlut Miray Muge Muhammet Murat Muzaffer Naz Nazan Nazli Necati Necla Nehir Nermin Neslihan Nesrin Nevin Nihat Nilay
Nilgun Nuray Nurcan Nursel Oguz Oguzhan Okan Oktay Olcay Onder Onur Orcun Orhan Oya Ozan Ozge Ozgur Pelin Pinar Polat
Ramazan Recep Refik Resul Ridvan Rukiye Saban Sabiha Saliha Savas Seda Sedat Sefa Selcuk Selim Selin Semih Semra Senem
Serap Sercan Serdar Serhat Serkan Serpil Sevda Sevgi Sevil Seyma Sinan Sinem Songul Suat Sukru Suleyman Sule Sumeyye
Taner Tansel Tarik Tayfun Tayyip Tolga Tugba Tugce Tuna Tuncay Turgut Turhan Tulay Tulin Ufuk Ugur Umit Umut Utku
Veysel Volkan Yagmur Yakup Yaren Yasemin Yavuz Yeliz Yesim Yigit Yildiz Yilmaz Yucel Zafer Zehra Zeki Zeliha Zerrin
Zuhal Aharon Ahuva Amichai Amnon Amos Anat Arik Arieh Asaf Avi Avigail Aviad Avigdor Avital Aviv Aviva Avner Avraham
Ayelet Baruch Batya Benyamin Binyamin Boaz Chaim Chana Chaya Dafna Dalit Daphna Doron Dov Dror Dvora Efraim Efrat Ehud
Einat Eitan Elad Eli Eliezer Elior Eliyahu Ephraim Erez Esti Eyal Galit Gershon Gil Gila Gilad Hadar Hadas Hadassah
Hagit Haim Hila Hillel Idan Idit Ido Ilan Ilana Inbal Irit Itai Itamar Itzhak Keren Lavi Leora Lihi Lior Liora Liron
Maayan Maor Matan Mayan Meir Menachem Menashe Mendel Merav Mordechai Moshe Moti Naftali Nahum Natan Neta Netanel Nili
Nimrod Nir Nira Nissim Nitzan Noa Noam Nurit Oded Ofer Ofir Ofra Ohad Omri Oren Orit Orly Osnat Pinchas Pnina Rafi Ran
Reuven Rivka Roi Ronen Ronit Rotem Sagi Sapir Sarit Shai Shalom Shaul Shira Shiri Shimon Shlomi Shlomit Shmuel
Shulamit Shuli Sigal Simcha Tal Tali Tamar Tamir Tomer Tzipi Tzipora Tzvi Uri Uriel Uzi Yaakov Yafit Yair Yakov Yaniv
Yaron Yechiel Yehoshua Yehuda Yehudit Yigal Yishai Yitzhak Yoav Yochanan Yoel Yona Yonatan Yossi Yuval Zeev Zehava Zvi
Ziv Anahit Ani Anush Aram Ararat Armen Arpine Arsen Artashes Arusyak Ashot Gagik Gayane Gevorg Hakob Hasmik Hayk
Hovhannes Hrant Karine Khachatur Levon Lilit Lusine Manuk Mher Mkrtich Narine Nune Nvard Ruzanna Samvel Sargis Serzh
Shushan Siranush Tigran Vahan Vahe Vardan Varduhi Vazgen Zaruhi Zaven Avtandil Besik Besarion Davit Eteri Giorgi
Irakli Ketevan Kakha Lasha Levan Maka Manana Mikheil Natela Natia Nino Nodar Otar Rusudan Salome Sopho Tamari Tamta
Tengiz Tornike Vakhtang Zaza Zurab Aigerim Aibek Ainur Aizhan Alisher Almaz Askar Azamat Bakhyt Bolat Daniyar Dinara
Dilnoza Erlan Gulnara Gulnaz Kairat Marat Meruyert Nargiza Nazira Nodira Nurlan Nursultan Rustam Sanjar Saule Shavkat
Sherzod Timur Ulugbek Yerlan Zarina Zhanna Elchin Elnur Gunel Nigar Rashad Sevinj Vugar Vusal Zaur
"""
_SLAVIC = """
Aleksandr Aleksei Aleksey Alexei Alexey Alena Alisa Alla Anastasiya Anatoly Anatoli Andrey Antonina Arina Arkady Artem
Artyom Arseny Bogdana Daniil Danila Dmitriy Egor Elizaveta Evgeny Evgeni Evgeniya Evgenia Fedor Fyodor Gennady Georgy
Gleb Grigory Ilya Inna Innokenty Kira Kirill Klavdiya Ksenia Kseniya Larisa Lavrenty Leonid Lev Lidiya Liliya Lyubov
Lyudmila Makar Maksim Marya Matvey Maxim Milana Miroslava Natalya Nikolay Olesya Polina Rodion Rostislav Semyon Sergey
Snezhana Sofya Stanislav Stepan Svyatoslav Taisiya Tatyana Timofey Ulyana Vadim Valentin Valeriya Varvara Vasilisa
Veniamin Viktoriya Vitaly Vladlena Vsevolod Vyacheslav Yana Yegor Yekaterina Yelizaveta Yevgeny Yevgenia Yuliya Yuriy
Zinaida Anatoliy Andrii Artur Bohdan Bohdana Halyna Hryhoriy Ihor Ivanna Kyrylo Larysa Lesya Lyubomyr Maksym Maryna
Mykhailo Myroslava Nadiia Nataliia Oleh Oleksandra Olha Olya Orest Ostap Pavlo Petro Roksolana Rostyslav Ruslana
Serhii Sofiia Solomiia Stanislava Svitlana Tetiana Tymofiy Uliana Valentyna Vasyl Viktoriia Vitalii Vitaliy Yaroslava
Yevhen Yevheniia Yuliia Yurii Zoryana Aliaksandr Siarhei Uladzimir Alicja Aneta Antoni Arkadiusz Bartlomiej Blazej
Boguslaw Boleslaw Bozena Danuta Dariusz Edyta Elzbieta Eugeniusz Ewelina Franciszek Genowefa Grazyna Henryk Ignacy
Ilona Jacek Jadwiga Jaroslaw Jerzy Julita Kacper Kajetan Kasia Kazimierz Kinga Klaudia Krystian Lech Leszek Lucjan
Lucyna Lukasz Maciej Malgorzata Mariola Mariusz Marlena Marzena Mieczyslaw Mikolaj Milosz Miroslaw Oliwia Oliwier
Oskar Patrycja Pawel Remigiusz Ryszard Slawomir Stanislaw Sylwester Sylwia Szymon Tymon Tymoteusz Urszula Waclaw
Waldemar Weronika Wieslawa Wiktoria Witold Wladyslaw Wlodzimierz Zbigniew Zdzislaw Zenon Zuzanna Adela Alzbeta Bedrich
Blanka Bohumil Bohuslav Bronislav Cestmir Dagmar Dalibor Darina Drahomira Eliska Emil Frantisek Hedvika Iveta Jarmila
Jaromir Jindrich Jirina Jitka Juraj Kveta Kvetoslava Ladislav Libor Libuse Lubomir Lubos Ludek Marian Marketa Matej
Matyas Milada Miloslav Milos Oldrich Ondrej Otakar Pavla Pravoslav Premysl Radim Radka Radmila Radomir Radovan Ruzena
Slavomir Sona Stepanka Svatopluk Tereza Tibor Vendula Viera Vit Vladimira Vlasta Zaneta Zbynek Zdenek Zdenka Zdenko
Zora Aleksandar Aleksa Amra Andjela Andrija Anica Ante Anto Bojan Bojana Boban Bosko Boro Bozidar Branimir Branislav
Branka Danica Danijel Danijela Davor Dejan Dragana Drago Dragoslav Dragoljub Drazen Dubravka Dusanka Edin Emina Ermin
Franjo Frano Gordana Hrvoje Ivica Jadranka Jasenka Jasmin Jasna Jovan Jovana Jure Kresimir Kristijan Lazar Ljiljana
Ljubomir Marija Marijana Marin Mate Matija Mile Milica Milivoj Miljan Miljana Milorad Miodrag Mirela Mirjana Mirza
Mladen Momcilo Natasa Nebojsa Neven Nenad Nevena Niksa Novak Obrad Ognjen Olivera Predrag Radoje Rade Ranko Ratko
Sanja Sasa Savo Senad Sinisa Slaven Slavica Slavko Slobodan Snezana Srdjan Stanko Stevan Stipe Stjepan Tanja Tihomir
Tomislav Uros Vedran Veljko Vesna Vladan Vlado Vuk Zeljka Zeljko Zlatan Zorica Zvonimir Zvonko Alenka Ales Anze
Bostjan Gregor Jernej Joze Klemen Matjaz Metka Miha Mojca Nejc Polona Primoz Rok Spela Tadej Urska Ziga Angel Anelia
Asen Atanas Biser Boyan Boyka Desislava Dobromir Elitsa Emiliya Galin Georgi Gergana Hristo Iliyana Iliya Ivaylo
Ivelina Kaloyan Kiril Krasimir Krasimira Lyuben Lyubomir Mariyana Mihail Milka Momchil Nedyalko Ognyan Plamen Petya
Radoslav Ralitsa Rumen Rumyana Silviya Simeon Spas Stanimir Stefka Stoyan Svetoslav Tihomira Todor Todorka Tsvetan
Tsvetelina Vasil Veselin Yavor Yordan Yordanka Zdravko Zhivko
"""
_EUROPE_EAST = """
Adina Alexandru Alin Anca Andra Aurel Calin Camelia Catalin Cezar Ciprian Codruta Constantin Corina Cornel Cosmin
Costel Dorin Doina Dorina Dragos Dumitru Ecaterina Eugen Florea Florentina Florica Georgeta Georgiana Gheorghe
Gheorghita Grigore Horatiu Horia Ilie Ilinca Ion Ioan Ionel Ionela Ionut Iulia Iulian Iuliana Laurentiu Liviu Loredana
Luminita Madalina Maricica Marilena Marinela Mircea Mirel Nicoleta Nicolae Nicusor Niculina Octavian Oana Ovidiu Petre
Petru Petronela Radu Raluca Rares Razvan Ruxandra Sanda Silviu Sorin Sorina Stelian Teodor Traian Tudor Valeriu
Veronica Viorel Viorica Zamfir Agoston Akos Aladar Aniko Antal Anett Aron Balazs Balint Barnabas Bela Bence Benedek
Bernadett Bertalan Boglarka Borbala Brigitta Csaba Csilla Denes Dezso Dorottya Edina Elemer Emese Endre Eniko Erno
Erzsebet Eszter Etelka Ferenc Fruzsina Gabor Gergely Gergo Geza Gizella Gyorgy Gyongyi Gyula Hajnalka Ildiko Imre
Janka Janos Jeno Jolan Jozsef Juli Kalman Karoly Kati Krisztian Krisztina Laszlo Lajos Lilla Lorand Lorant Magdolna
Marianna Mihaly Miklos Nandor Nikolett Noemi Odon Orsolya Oszkar Panna Pal Piroska Reka Rezso Rozalia Sandor Szabolcs
Szilard Szilvia Tamas Timea Tivadar Tunde Vilmos Virag Zsolt Zsuzsa Zsuzsanna Achilleas Agapi Alexandros Alkis
Anastasios Angeliki Angelos Antonis Apostolos Argyris Aristotelis Aspasia Athanasios Athina Charalampos Charis
Christos Chrysa Chrysoula Costas Despina Dimitra Dimitrios Dionysis Efstathios Efthymios Eftychia Eirini Ekaterini
Eleftheria Eleftherios Emmanouil Evangelia Evangelos Fotini Fotis Foteini Georgios Giannis Giorgos Grigoris Haralambos
Ilias Ioanna Iordanis Irini Kalliopi Katerina Kleio Konstantina Konstantinos Kyriaki Kyriakos Lambros Lefteris
Leonidas Loukas Makis Manolis Marios Michalis Miltiadis Nektarios Odysseas Olympia Orestis Panagiota Panos Paraskevi
Pavlos Pelagia Periklis Polyxeni Prodromos Sakis Savvas Sokratis Sotiria Sotiris Spiros Spyridon Spyros Stamatis
Stavroula Stavros Stefanos Thanasis Thanos Themis Theodoros Theofanis Vangelis Vasilis Vassilis Xenia Yannis Yiorgos
Zisis Aigars Aija Aivars Andris Anete Arturs Baiba Dace Edgars Gatis Guntars Guntis Ieva Ilze Inese Ingus Ivars Juris
Karlis Kristaps Laima Liga Linards Maris Martins Normunds Peteris Raimonds Raivis Rihards Sandis Sanita Uldis Valdis
Vita Algirdas Andrius Antanas Arvydas Asta Ausra Dainius Daiva Egle Gediminas Gintaras Giedre Indre Jurate Jurgita
Kestutis Linas Loreta Mantas Mindaugas Neringa Paulius Petras Ramune Rasa Rimantas Rokas Rolandas Saulius Tadas Vaida
Valdas Vilma Virginija Vytautas Zydrunas Agim Albana Altin Ardian Arben Arta Artan Avni Besa Besnik Blerim Blerta
Drita Endrit Ermal Erion Fatmir Fatos Flamur Gent Ilir Jeta Kastriot Klodian Kujtim Lirim Liridon Luljeta Mimoza
Mirlinda Rexhep Sali Shkelzen Shpend Skender Teuta Valon Valdete Visar Vjosa Xhevdet Aadu Aivar Ants Eha Eve Heiki
Helve Indrek Jaan Jaak Jaanus Kadri Kaja Kaidi Kairi Kaur Kersti Kristjan Liis Liisa Maarja Mait Margus Mart Meelis
Merike Mihkel Priit Raivo Rein Riina Silver Siim Tiit Triin Tonu Urmas Ulle Urve Veiko Vello Villu
"""
_EUROPE_NORTH = """
Aada Aapo Ahti Aleksi Anneli Anssi Antero Antti Anu Ari Arja Arto Arvo Eeva Eija Eino Elli Ensio Erkki Esa Esko Essi
Eveliina Hannele Hannu Heikki Heli Helmi Henna Hilkka Iida Iiro Ilkka Ilmari Inkeri Irja Irmeli Jaakko Jaana Janne
Jani Jari Jarkko Jarmo Jenni Joni Jorma Jouko Jouni Juha Juhani Juho Jussi Jyrki Kaarina Kaija Kaisa Kalevi Kalle Kari
Katri Keijo Kimmo Kirsi Kirsti Kyllikki Kyosti Lauri Leevi Maarit Maija Marja Marjatta Markku Markus Martti Mauri
Merja Mervi Milla Minna Mirja Nea Niina Niko Olavi Olli Onni Outi Paavo Pasi Paivi Pentti Pertti Petri Petteri Pirjo
Pirkko Raija Raili Raimo Rauno Reijo Riikka Riitta Risto Ritva Saara Sakari Salla Samuli Sanna Santeri Satu Seija
Seppo Simo Sini Sinikka Sirpa Suvi Taina Taisto Taneli Tapani Tapio Tarja Taru Teemu Teija Tero Terttu Tiia Tomi Topi
Tuija Tuomo Tuula Tuulia Ulla Urho Vaino Valtteri Veera Veikko Veli Venla Vesa Vilho Ville Virpi Agneta Agnetha Albin
Alva Anette Arvid Axel Bengt Berit Birger Birgitta Bo Boel Borje Britta Carin Casper Cecilie Christer Christoffer Dag
Dagny Ebba Einar Emelie Erland Ester Evert Fritjof Gote Gudrun Gunilla Gunvor Gustaf Hakon Halvor Hanne Harald Hedda
Hedvig Helge Henning Henriette Hjalmar Idun Ingeborg Ingegerd Ingemar Ingmar Ingvar Ivar Jesper Joakim Jorn Jorunn
Kaare Kaj Katrine Kjell Kjersti Kjetil Knut Knud Lennart Liv Lotta Lotte Lovisa Magnhild Malin Margareta Margrethe
Maren Mats Mattias Merete Mette Moa Mogens Morten Nanna Oddvar Odd Ola Ole Oluf Ottar Ove Palle Pelle Pernille Poul
Preben Ragna Ragnhild Randi Rikke Roald Runar Sigurd Sigvard Silje Sindre Sissel Solveig Staffan Stellan Stein Steinar
Stian Sture Svante Svein Sverre Synne Tage Terje Therese Thor Thorbjorn Thore Thorvald Tonje Tor Torbjorn Torgeir
Torill Torstein Tove Trine Troels Trygve Turid Ulrika Unni Vegard Vibeke Viggo Vilde Wenche Yngve Ylva Ase Oystein
Oyvind Asbjorn Arnthor Bjarni Birna Bryndis Freyja Gisli Gudmundur Gudny Halldor Helgi Hrafn Hulda Ingibjorg Jon Jona
Margret Oddny Olafur Ragnheidur Sigridur Sigurdur Steinunn Sveinn Thora Thordis Unnur Valgerdur Vigdis Adelheid
Albrecht Alois Angelika Annegret Anneliese Annemarie Ansgar Antje Armin Arnd August Barbel Beate Bernhard Birte Bodo
Burkhard Carola Clemens Constanze Corinna Diether Dietmar Dietrich Dorothea Dorte Eberhard Eckhard Edeltraud Egon
Ekkehard Elfriede Elmar Engelbert Erhard Erna Ernst Erwin Ewald Falk Franziska Frauke Friederike Friedhelm Friedrich
Gabi Gerda Gerhard Gerlinde Gernot Gero Gertraud Gesine Guenter Guenther Gunter Hartmut Hartwig Hedwig Heide Heiderose
Heidrun Heiko Heiner Helmuth Heribert Hermine Herta Hinrich Ilka Ingolf Irmgard Irmtraud Joerg Josefine Juergen
Juliane Karlheinz Karola Kathrin Kordula Korbinian Leonhard Liesel Lorenz Luise Maike Mareike Margarete Margarethe
Margit Marlies Maximiliane Mechthild Meike Nele Ottmar Patrizia Philipp Rainer Ralf Raimund Reimund Renate Rosemarie
Rosi Roswitha Rudiger Ruediger Sieglinde Siegmund Sybille Tilman Traudl Traute Uli Ursel Ute Uta Vinzenz Volkmar
Walburga Walther Waltraud Wiebke Wilfried Wilhelmine Willi Winfried Wolf Wolfram Xaver Manpreet Sukhpreet Rajpreet
Amanpreet Bjork Cagla Sebnem Keanu Siew Shaniqua Aad Aaltje Adriaan Annelies Arie Arjen Bart Bas Bastiaan Bertus
Bettie Carolien Cees Coen Cor Corrie Daan Diederik Dries Els Elsbeth Evelien Ferdi Fleur Floor Floris Fokke Frans
Frederik Geert Geertje Geertruida Gerben Gerrit Gert Gijs Gijsbert Greetje Hanneke Harm Harmen Heleen Hendrika Imke
Ineke Jaap Jacco Jacobus Janneke Jelle Jelmer Jeske Jet Jochem Joep Joke Jorrit Jurriaan Kees Klaas Klaasje Koen
Koenraad Kornelis Laurens Leendert Lieke Lies Liesbeth Lieve Linde Loes Ludo Luuk Maaike Maartje Machiel Margriet
Mariette Marijke Marijn Marjolein Marleen Marloes Marlou Mathijs Maurits Meindert Menno Merel Michiel Mieke Mirjam
Miep Nel Nelleke Nienke Noortje Paulien Petronella Pieternel Quinten Reinier Renske Reinout Rianne Robbert Roel
Roeland Roelof Romy Roos Rutger Ruud Sjaak Sjoerd Sjors Stijn Tanneke Teun Teunis Thijs Tijmen Tjeerd Toon Trijntje
Truus Twan Wendelien Wieger Wilco Willemijn Wouter Wout Ynze Zwaantje
"""
_ROMANCE = """
Adrien Agathe Aimee Alain Alban Albane Alexia Aline Alix Amandine Ambre Anais Andree Angelique Anne-Marie Annick
Anselme Apolline Ariane Armelle Aude Auguste Aymeric Barnabe Bastien Baptiste Benedicte Beranger Berenice Blandine
Brice Brieuc Camille Capucine Carine Celestine Christelle Clarisse Claudette Claudine Clemence Clotilde Coralie
Corentin Cyrille Cyrielle Didier Edouard Eliane Emeline Emmanuelle Etienne Eugenie Evelyne Fabien Fabrice Fanny
Faustine Fernand Flavie Florence Francine Franck Frederique Gaelle Gaetan Gaspard Gaston Georges Georgette Germain
Gilberte Gilles Ginette Gisele Gregoire Gwenaelle Hector Herve Huguette Hyacinthe Isabelle Jean-Baptiste Jean-Claude
Jean-Francois Jean-Luc Jean-Marc Jean-Paul Jean-Philippe Jean-Pierre Jeannine Jerome Jordane Josette Josiane Josselin
Julienne Katell Laetitia Laure Laurette Liliane Lilou Lise Lisette Loic Louane Lucienne Ludivine Ludovic Lydie Maelle
Maelys Magali Marceline Marcelle Marie-Claire Marie-France Marie-Louise Marie-Therese Marielle Marine Marjolaine
Marthe Martine Mathis Matthieu Maxence Maxime Morgane Myriam Nadege Nathanael Noemie Octave Oceane Ondine Perrine
Pascale Philibert Philippine Prosper Raphaelle Raymonde Regine Regis Renaud Rodolphe Rolande Romane Roseline Roxane
Sandrine Serge Severine Sidonie Solene Suzette Sylvette Sylviane Tanguy Thibaud Thierry Tiphaine Ulysse Valentine
Victoire Violaine Violette Vivien Viviane Yann Yolande Yoann Yvon Zacharie Zelie Abramo Achille Adriano Agnese
Agostino Alba Alberta Alberto Alda Aldo Alessio Alfio Amalia Ambra Amedeo Amerigo Annalisa Annamaria Annunziata
Antonella Antonietta Antonino Arnaldo Assunta Augusto Aurelio Bartolomeo Battista Benedetta Benedetto Biagio Brando
Brunella Calogero Camilla Carlotta Carmela Carmelo Carmine Caterina Cesare Cinzia Ciro Claudio Clelia Concetta Corrado
Cosimo Costanza Cristoforo Damiano Dario Debora Delfina Domenica Donato Edoardo Eleonora Elettra Eligio Elisabetta
Emanuela Emanuele Enrica Ercole Ermanno Ernesta Ettore Eugenio Fabiano Fabrizia Fabrizio Fausto Felice Ferdinando
Ferruccio Filomena Fiorella Fiorenza Franca Fulvio Gaetano Gaia Gennaro Germano Giacinto Giada Giampaolo Giancarlo
Gianfranco Gianluigi Gianmarco Gianna Gigliola Gilda Gino Gioele Gioia Giordano Girolamo Giuliana Giuliano Giulio
Giuseppina Giusy Goffredo Grazia Graziano Graziella Guglielmo Ignazio Ilaria Immacolata Jacopo Leonida Lia Liborio
Licia Livio Lorenza Lucio Lucrezia Ludovica Ludovico Luigia Maddalena Manlio Marcello Margherita Mariangela Mariarosa
Massimiliano Mattia Matilde Maurizio Melania Michela Michelangelo Mirco Mirella Natale Nazzareno Nello Nicla Nicolo
Norberto Novella Nunzia Nunzio Olimpia Orazio Oreste Orietta Ornella Orsola Osvaldo Ottavia Ottavio Palmira Patrizio
Pierangela Pierluigi Piero Pierpaolo Pietro Pina Pino Primo Raffaella Raimondo Remo Riccardo Rinaldo Rodolfo Rolando
Romano Romina Romolo Rosalba Rosangela Rosanna Rosaria Rossana Rossella Rosina Ruggero Sabatino Samuele Santina Santo
Saverio Savino Serena Settimio Silvano Silvestro Simonetta Sirio Tiberio Tiziana Tiziano Tonino Tullio Ubaldo Ugo
Valentino Vincenza Virginio Vittoria Vittorio Zaira Abelardo Abril Adalberto Adelaida Adolfo Agustin Agustina Ainhoa
Aitana Aitor Alejo Alfonsina Almudena Alondra Amado Amaya Amparo Anabel Anahi Andres Aniceto Anselmo Apolinar Araceli
Arantxa Ariadna Aristides Armida Arnoldo Ascension Asier Asuncion Azucena Baltasar Bartolome Basilio Belen Benita
Berta Blas Borja Brisa Camilo Candela Candelaria Caridad Carmina Casimiro Cayetana Cayetano Celestino Celina Chavela
Cipriano Clemente Concepcion Conchita Constantino Constanza Cristobal Cruz Cuauhtemoc Damaris Demetrio Desiderio
Domingo Dominga Dulce Edelmira Edmundo Efrain Elba Eleazar Eliseo Eloisa Eloy Elvia Encarnacion Enriqueta Epifanio
Erasmo Ernestina Estanislao Esteban Estefania Estela Eulalia Eusebio Eustaquio Evangelina Evaristo Fabiola Fabricio
Facundo Feliciano Felicitas Fermin Fidel Filiberto Flor Florencia Florentino Fortunato Froilan Gaspar Genaro Genoveva
Gertrudis Gilberto Gregorio Griselda Guillermina Gumersindo Herminia Hernando Hilario Hipolito Homero Horacio
Hortensia Humberto Ibeth Ignacia Ildefonso Iliana Indalecio Inmaculada Isaias Isidora Isidro Ivette Ivonne Izan
Jacinto Jacobo Javiera Jenaro Jeronimo Jesus Jesusa Joaquina Jonatan Jordi Jovita Juana Julieta Justina Justino
Ladislao Lazaro Leandra Leopoldo Ligia Lisandro Lizbeth Lourdes Lucila Lucrecia Luna Lupe Macarena Macario Maite
Marcelina Marcelino Marcial Mariano Maricela Mariela Marisela Maritza Maximiliano Maximino Maximo Mayra Melchor
Milagros Mireya Modesto Montserrat Myrna Nahuel Natividad Nayeli Nazario Nelida Nereida Nicanor Nieves Noe Noelia
Obdulia Octavio Ofelia Olegario Onofre Oswaldo Otilia Paco Pancho Pascual Pastora Paulino Paz Pepe Petrona Placido
Porfirio Primitivo Quique Rafaela Raimundo Ramiro Rebeca Refugio Regino Reinaldo Remigio Reyes Reyna Rigoberto Rocio
Rogelia Romualdo Roque Rosaura Rosendo Rosita Rufina Rufino Ruperto Sabino Sagrario Salvadora Samanta Santos Sarai
Saturnino Segundo Serafin Servando Severiano Severino Silvestre Silvina Sixto Sol Soledad Tadeo Telma Teofilo Teresita
Tito Toribio Trinidad Ulises Urbano Uxue Valente Valeriano Vanesa Venancio Vicenta Vidal Victoriano Virgen Wilmer
Xiomara Yadira Yago Yajaira Yamila Yanet Yaretzi Yesenia Yuliana Zacarias Zaida Zoila Zulema Zuleyma Adalgisa Adao
Adelia Ademir Adilson Afonso Agostinho Ailton Aloisio Amarildo Amilcar Anderson Andreia Aparecida Arlindo Armindo
Aurea Baltazar Benedita Bento Branca Breno Caetano Caio Candido Caua Celso Cicero Clarice Cleber Cleide Clovis
Cristiane Daiane Dalva Damiao Denilson Diogo Domingos Duarte Edilson Edimilson Edinaldo Edite Edivaldo Edson Eduarda
Eliana Elisangela Elza Emerson Estevao Evandro Everton Filipa Filipe Geraldo Getulio Gilmar Gilson Giovana Graca
Guiomar Heitor Henrique Heloisa Hermes Iara Inacio Iolanda Iracema Isabela Isadora Ivani Ivete Ivone Izabel Jaciara
Jair Janaina Jandira Jeferson Jefferson Joana Joaquim Joice Jorgina Juliano Junior Jussara Katia Kleber Laercio Laerte
Lais Lourenco Luiz Luiza Lurdes Luzia Madalena Marcio Margarida Marilene Marli Mateus Matheus Mayara Moacir Murilo
Neide Neusa Newton Nilson Nilton Nivaldo Noemia Odete Olavo Olinda Osmar Otavio Piedade Priscila Quiteria Raissa
Regiane Reginaldo Renan Romeu Rosana Rosemeire Rubens Rui Ruy Salete Sebastiana Sebastiao Suelen Tais Tamires Tarcisio
Tatiane Teresinha Thais Ubirajara Ulisses Valdemar Valdir Valter Vania Vasco Vinicius Vitor Vitoria Wagner Waldir
Wanderley Wellington Wilson Zelia Zilda Zuleica
"""
_AFRICA = """
Abayomi Abimbola Abiodun Abiola Abosede Adebayo Adebola Adedayo Adekunle Adeola Adeolu Adesina Adetokunbo Adetola
Adewale Adeyinka Afolabi Akin Akinola Akintunde Amaka Amarachi Aminu Anuoluwapo Anulika Arinze Ayo Ayobami Ayodeji
Ayomide Ayotunde Azubuike Babajide Bamidele Bolaji Bolanle Bolu Bukola Bunmi Busola Chibueze Chibuike Chibuzo Chidera
Chidiebere Chiemeka Chigozie Chijioke Chike Chima Chimamanda Chinaza Chinelo Chinenye Chinonso Chinua Chinyere Chioma
Chisom Chizoba Chuka Chukwudi Chukwuemeka Chukwuma Damilola Dayo Ebele Ebuka Ejike Ekene Ekong Emem Eniola Enitan
Esosa Ezinne Femi Feyisayo Folasade Funke Funmilayo Garba Gbenga Ifeanyi Ifeoma Ifunanya Ijeoma Ikechukwu Iniobong
Isioma Itoro Iyabo Iyanu Jide Jumoke Kayode Kehinde Kolawole Kosisochukwu Kunle Lanre Latifat Lekan Mfon Modupe
Mojisola Morenike Ndidi Nkechi Nkem Nkiru Nnamdi Nneka Nnenna Nonso Nwando Obafemi Obi Obinna Obioma Ogechi Okechukwu
Okwudili Olabisi Oladele Olaoluwa Olawale Olayinka Olu Olufemi Olufunke Oluwadamilola Oluwakemi Oluwaseun Oluwaseyi
Oluwatobi Oluwatosin Omolara Omotola Onyeka Onyinye Opeyemi Osagie Osas Osaze Oyinkansola Rotimi Ruqayyah Sade Segun
Seun Seyi Shehu Sikiru Simisola Sola Somto Sunkanmi Tafawa Tayo Temi Temilade Temitayo Titilayo Tobechukwu Tobenna
Tobi Tochukwu Toluwani Tolu Tosin Toyin Tunji Uche Uchechi Uchenna Ufuoma Ugochi Ugochukwu Ugonna Umaru Uzoamaka Uzoma
Wale Wole Yakubu Yemi Yewande Yinka Abeiku Abla Adjoa Adwoa Afia Afua Akosua Akua Akwasi Akwesi Ato Baaba Boatema Dede
Ebo Ekow Efua Esi Fiifi Kobby Kobina Kojo Korkor Kow Kwadwo Kwaku Kwamena Kwasi Kweku Maame Mawuli Naa Nii Oheneba Paa
Selasi Selorm Sena Serwaa Yaa Yaw Yawa Edem Elikem Eyram Kafui Kekeli Sedem Abdou Abdoulaye Adama Aissata Aissatou
Alassane Alioune Alpha Aminata Aminatou Arame Assane Astou Awa Babacar Bakary Bassirou Binta Bintou Boubacar Cheikh
Cheick Coumba Daouda Demba Diarra Dieynaba Djibril Fanta Fatou Fatoumata Fily Gorgui Hawa Ibra Ibrahima Idrissa
Ismaila Issouf Kadiatou Kadidia Khady Khadidiatou Kalidou Kankou Lamine Lassana Maimouna Malick Mamadou Mame Mariama
Mariame Massamba Maty Modou Moctar Modibo Moussa Mountaga Ndeye Ndiaga Ngone Oumar Oumou Ousmane Ousseynou Pape Penda
Rokhaya Rokia Safiatou Salif Salimata Samba Sadio Seydou Sekou Serigne Sidiki Souleymane Tidiane Tidjane Yacouba Yaya
Yoro Zeynabou Aboubacar Aboubakar Djeneba Drissa Fode Kassoum Lacina Mahamadou Nafissatou Kouadio Kouame Kouassi Koffi
Akissi Amoin Affoue Adjoua Yapi Ahou Brou Sylvestre Achieng Adhiambo Akinyi Akoth Anyango Asiya Atieno Awino Awuor
Bahati Barasa Biko Chebet Chelagat Chepkemoi Cheptoo Cherono Eliud Faraja Gathoni Jabari Jepkosgei Jepchirchir Juma
Kamau Kariuki Khamis Kimani Kibet Kiprono Kipchoge Kiprotich Kipkoech Kipkemboi Kiptoo Koech Macharia Maina Mbugua
Moraa Muchiri Mugo Muthoni Mumbi Mutua Mwajuma Mwende Mwikali Mwangi Nafula Naliaka Nanjala Ndegwa Ngugi Njambi Njeri
Njoki Njoroge Nyambura Nyokabi Ochieng Odhiambo Okello Okoth Omondi Onyango Otieno Ouma Owino Rehema Salama Shukuri
Simba Sifa Subira Upendo Wafula Waithera Wambui Wanjala Wanjiku Wanjiru Wangari Wangui Wairimu Wekesa Zawadi Zuberi
Zuhura Nakato Nakimuli Namukasa Babirye Wasswa Kato Kizza Mukasa Nalubega Ssemakula Achan Akello Apio Auma Opio Ocen
Okot Habimana Uwimana Mukamana Mutesi Ndayisenga Niyonzima Nshimiyimana Ingabire Iradukunda Kagabo Umutoni Uwase
Diakite Abebe Abeba Aberash Abiy Addis Alem Alemayehu Alemitu Amare Amanuel Aregawi Askale Aster Atsede Ayele Ayantu
Bekele Belaynesh Bereket Berhane Berhanu Birhan Birtukan Biruk Bizunesh Chaltu Dagim Dawit Demeke Derartu Desta Ephrem
Elsabet Eskinder Etenesh Eyerusalem Fasil Fikadu Fikre Fikru Fitsum Frehiwot Gashaw Genet Genzebe Getachew Gebre
Gelila Girma Habtamu Hagos Haile Hailu Hirut Kassa Kebede Kidane Kidist Lemlem Letesenbet Lemma Lidya Liya Mahlet
Makeda Mamo Mebrahtu Medhanie Mekdes Mekonnen Melaku Meles Mengistu Meron Meseret Mesfin Mihret Mulatu Mulu Mulugeta
Nardos Netsanet Robel Samrawit Selam Selamawit Semhar Senait Seyoum Sintayehu Sisay Tadesse Tamirat Tariku Tekle
Tesfaye Tewodros Tigist Tirunesh Tizita Tsegaye Tsehay Wondimu Wubit Yared Yeshi Yodit Yohannes Yonas Zelalem Zenebech
Zerihun Zewde Abdi Abdiaziz Abdikadir Abdirahman Abdirizak Abdullahi Abshir Ahmednur Amran Ayan Barre Bile Cabdi Deeqa
Dahir Fadumo Fartun Faduma Filsan Guled Habon Hawo Hibaq Hodan Hodo Ifrah Jama Khadra Liban Maryan Mahad Mahamed
Mohamud Muse Nasra Nimco Nuur Rooble Sahra Sagal Samatar Shukri Sucdi Ubah Warsame Zamzam Ayanda Andile Bandile Bheki
Bhekizizwe Blessing Bongani Bongiwe Buhle Busisiwe Dumisani Fikile Gugu Hlengiwe Jabulani Khanyi Khanyisile Khaya
Kagiso Karabo Katlego Keabetswe Keitumetse Kgalema Kgomotso Kgosi Lebo Lebogang Lerato Lesedi Letlhogonolo Lindani
Loyiso Lungile Lunga Lwazi Makhosi Malusi Mandla Mandisa Mangaliso Mamello Masego Mbali Mbuso Mcebisi Minenhle
Mmabatho Moeketsi Mosa Mpho Mthunzi Mzwandile Naledi Ncube Neo Nkosana Nkosazana Nkosinathi Noluthando Nomfundo
Nompumelelo Nomvula Nomzamo Nonhlanhla Nokuthula Nosipho Ntombi Ntombizodwa Ntsako Olwethu Onalenna Oratile Palesa
Phakamile Phindile Phumla Phumlani Phumzile Puleng Reabetswe Refilwe Rethabile Sandile Sanele Sello Sfiso Sibongile
Sibusiso Sifiso Sindisiwe Sinethemba Simphiwe Siphokazi Siphiwe Siyabonga Sizwe Solly Sonwabile Teboho Tebogo Thabang
Thabiso Thandeka Thandiwe Thandolwethu Thapelo Themba Thembi Thembisile Thokozani Tiisetso Tlotlo Tsepo Tshepo Tumelo
Unathi Vuyo Vuyisile Vusi Welile Xolani Xoliswa Zandile Zanele Zinhle Ziyanda Zodwa Zola Zoleka Zukiswa Anesu Chenai
Chengetai Chido Chiedza Chipo Chiwoniso Farai Fungai Kudakwashe Kudzai Kundai Makanaka Munashe Munyaradzi Mutsa Nyarai
Nyasha Panashe Rudo Ruvimbo Rumbidzai Rutendo Ruvarashe Shamiso Shingai Simbarashe Tadiwa Tafadzwa Takudzwa Tanaka
Tapiwa Tarisai Tatenda Tawanda Tendai Tererai Tichaona Tinashe Tinotenda Tonderai Tsitsi Vimbai Wadzanai Yeukai
Zivanai Bwalya Chanda Chikondi Chilufya Chisomo Kondwani Limbani Lubuto Mapalo Mphatso Mulenga Mutale Mwila Pempho
Sibeso Takondwa Thandizo Wezi Yamikani Andry Fara Haja Hery Lalaina Mamy Miora Nirina Rado Tahina Voahangy Afi Sika
Tchalla Bienvenue Dieudonne Espoir Fiston Gloire Kabila Merveille Mwamba Ngoy Nsimba Nzuzi Plamedi Rais Tresor
"""
_CELTIC_AND_ENGLISH = """
Ailbhe Ailish Aine Aislinn Aodhan Aodhfionn Aoibheann Aoibhin Ardal Barra Bebhinn Breda Brid Brigid Brighid Bronagh
Cahal Caitriona Caoilfhionn Caoimhe Caoimhin Cathaoir Cian Ciaran Cillian Clodagh Cliodhna Cliona Colm Colman Conall
Conan Concepta Conchobar Conchur Conn Daire Dearbhla Dermot Derbhla Diarmaid Diarmuid Donal Donncha Donnacha Eabha
Eamon Eamonn Eilis Eilish Eimear Eithne Emer Eoghan Eoin Etain Fearghal Feargal Feidhlim Fiachra Finbarr Fintan Fionn
Fionnuala Fionnan Gearoid Gobnait Grainne Grania Iarla Iseult Jarlath Keelin Kevan Kilian Killian Mairead Maire Mairin
Malachy Meabh Micheal Muireann Muiris Murrough Niall Noirin Nollaig Nuala Odhran Oisin Oonagh Orlaith Oran Padraic
Padhraig Peadar Philomena Proinsias Riain Rian Roisin Ruairi Ruaidhri Saoirse Sadhbh Seanan Seoirse Seosamh Shay
Sorcha Tadhg Tiarnan Treasa Turlough Ultan Ailsa Ainsley Alasdair Alastair Alec Calum Coinneach Davina Dougal Dougie
Drummond Duncan Eilean Ewen Farquhar Fraser Innes Iona Mairi Marsaili Morven Murdo Mhairi Ranald Rhuaridh Ruaridh
Seonaid Shona Struan Torquil Aeron Aled Alun Alys Aneurin Angharad Anwen Arwel Arwen Branwen Bronwen Bleddyn Cadi
Catrin Ceri Cerys Delyth Dilys Efa Eira Eirlys Eleri Elin Eluned Emlyn Emrys Ffion Glyn Gruffydd Gwenda Gwenllian
Gwilym Gwladys Gwyn Haf Heledd Hywel Iestyn Ieuan Ifan Iolo Ithel Llinos Lleucu Llew Llewelyn Llyr Lowri Mair Mali
Mared Mari Meinir Meirion Menna Mererid Morfydd Myfanwy Olwen Owain Rhian Rhodri Rhydian Sioned Siwan Steffan Tegan
Tegwen Tomos Tudur Wyn Abbie Abby Ada Adalyn Addison Alana Alanna Alessa Alexa Alfie Alisha Alissa Alivia Allie Althea
Alyson Amari Amie Andy Angie Antwan Archer Arielle Arabella Ashlee Ashleigh Ashlyn Ashton Aubree Augustine Averie
Ayden Barbie Barnard Barret Becca Beckett Bentley Bernice Bertie Bertram Beryl Bessie Bethany Betsey Beverley Blaine
Blythe Bobbie Braden Braeden Brantley Braxton Brayden Brendan Brenton Bret Briana Briella Brielle Brinley Bristol
Britney Brody Bronson Brooklyn Brynlee Bryson Burt Caden Cadence Caitlyn Caleigh Callie Camden Candace Candice Carissa
Carlene Carley Carlie Carrie Carson Cary Caryn Cassidy Catrina Cecelia Chandler Chanel Chantelle Charleen Cherie
Cherise Chester Christi Christie Cierra Clark Clayton Cleveland Clifton Colby Coleen Collin Colt Colton Cooper Corrine
Cortney Curtis Dahlia Dakota Dallas Dalton Damion Dane Danette Darcy Daren Darian Darin Darla Darrel Dashawn Davis
Dayton Deandre Deanna Deanne Deja Delaney Delilah Delores Deloris Deon Deshawn Dewey Diamond Dianna Dillon Dion Dixie
Don Donnie Doug Drake Dudley Earl Earnest Easton Elaina Elda Elisha Elle Ellery Ellis Elliana Elva Elwood Ember Emery
Erick Ericka Erma Ervin Essie Eula Everly Evie Finley Finnegan Florine Forrest Frankie Freda Fredrick Gabby Gage Gale
Garland Garrett Garry Garth Gayle Gena Genesis Geneva Geoff Gia Ginny Gladys Glenna Gracie Graeme Grayson Griffin
Grover Guinevere Hailey Hallie Hank Harlan Harley Harriett Harris Harrison Hayden Hayley Haylee Hollie Homer Houston
Hudson Ike Ina India Irvin Isiah Israel Iva Izzy Jacinda Jaclyn Jacklyn Jacquelyn Jaiden Jake Jalen Jamar Jameson
Janae Janell Janette Janie Janine Janna Jarrod Jarvis Javon Jaxon Jay Jayla Jaylen Jeannette Jeb Jed Jedidiah Jemma
Jerald Jermaine Jerrold Jewel Joann Jodi Jody Jordyn Josiah Journey Judson Julianne Juniper Justice Kaden Kaitlin
Kaitlyn Kaleb Kali Kamryn Karlee Karyn Kasey Kassandra Kathi Kathie Kathrine Katherin Katelyn Katy Kaylee Kayleigh
Kaylie Keely Kelli Kellie Kelsie Kendrick Kenna Kennedi Kenny Kent Kenya Keri Kerri Kerrie Keshia Kiersten Kiley
Kimber Kimberley Kimberlee King Kingsley Kinsley Kitty Knox Kody Kourtney Kristi Kristie Kristopher Krystal Kurtis
Kyla Kylie Lacey Lainey Lakeisha Lamont Landon Lane Latasha Latisha Lauretta Lauryn Laverne Layton Leanna Lee Leigh
Leighton Lela Leland Lennon Lennox Lenora Leola Leonora Lesley Leta Lila Lincoln Lindsey Lizzie Londyn Lonnie Lora
Lorene Louie Lowell Luann Lucky Lulu Luther Lyla Lynette Lyra Mack Macy Maddie Maddox Madelyn Madilyn Mae Maisie Malia
Mamie Marci Marcie Marcy Margery Margie Margo Mariah Marissa Marley Marlin Marquis Marsha Marshall Marty Maryann
Maryanne Maryellen Mattie Maude Maxwell Maynard Mckenna Mckenzie Meagan Meghan Mel Melba Melva Merrill Merry Mervin
Messiah Mikayla Mila Miley Minnie Missy Misty Mitch Mitzi Mollie Monroe Monte Montgomery Myah Myles Nan Nannie
Nathanial Nell Nettie Neva Nevaeh Nichole Nickolas Nicolette Nikolas Nola Nona Nova Nyla Oakley Ollie Olin Ora Orion
Orville Paisley Palmer Pam Pansy Paris Parker Patti Patty Payton Percival Peyton Phillis Piper Portia Porter Presley
Prince Quinton Rachelle Rae Raegan Raelynn Randal Randall Randolph Rayna Reba Reece Reese Reid Reilly Remington Renae
Ria Rick Rickey Rickie River Robyn Rocky Rodrick Ronnie Roosevelt Rosalyn Rosanne Roscoe Rose Roseann Rosetta Roxie
Rudolph Ruthie Ryder Ryker Rylan Rylee Sadie Sage Sallie Samara Sammy Saundra Savanna Sawyer Scarlet Serenity Shana
Shanda Shanna Sharlene Sharron Shawna Shayla Shayna Shea Shelia Shelly Sherman Sherrie Sheryl Shirlene Sid Sienna
Skylar Skyler Sloane Sondra Sonny Sonya Staci Stacie Stephon Storm Sydney Syreeta Tabatha Tami Tameka Tamika Tammi
Tammie Tammy Tamra Taylor Terra Terrance Terrell Terrie Thomasina Thurman Tia Tiana Tiffani Tilda Tillie Timmy Tisha
Tommie Tonia Tori Traci Tracie Trenton Trey Tucker Turner Twila Tyree Tyrell Tyson Ulysses Uriah Valarie Valencia
Vance Vaughn Verna Vonda Walker Wally Walt Waylon Weldon Wes Weston Wilbert Wilbur Wiley Willa Willard Willis Willow
Winona Wren Xander Zach Zachery Zelma Zoey Zoie Alofa Aroha Hemi Hine Hohepa Hone Kahu Kauri Kiri Kahurangi Keoni
Kekoa Kailani Kalani Leilani Losa Makoa Mele Mere Moana Ngaio Ngaire Nikau Noelani Pania Rangi Rawiri Sefo Sione
Tamati Tane Tavita Tevita Tiare Viliami Wiremu
"""


def given_names() -> frozenset[str]:
    """Return all of them."""
    return frozenset(
        " ".join(
            (
                _EAST_ASIA,
                _SOUTH_EAST_ASIA,
                _SOUTH_ASIA,
                _MIDDLE_EAST,
                _SLAVIC,
                _EUROPE_EAST,
                _EUROPE_NORTH,
                _ROMANCE,
                _AFRICA,
                _CELTIC_AND_ENGLISH,
            )
        ).split()
    )
