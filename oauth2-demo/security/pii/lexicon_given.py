"""Given names of the world by language community, without diacritics (`lexicon_en.plain_letters` takes them off)."""

from __future__ import annotations

_EAST_ASIA = """
Aiko Aimi Airi Akane Akemi Aki Akihiko Akihiro Akihito Akiko Akira Asami Asuka Atsuko Atsushi Aya Ayaka Ayako Ayame
Ayano Ayumi Ayumu Chie Chieko Chihiro Chika Chinatsu Chisato Chiyo Chiyoko Daichi Daiki Daisuke Eiji Eiko Emi Emiko
Eriko Etsuko Fumiko Fumio Fuyuki Genki Goro Hajime Hana Hanako Harue Haruka Haruki Haruko Harumi Haruna Haruto Hayato
Hideaki Hideki Hideko Hideo Hideyuki Hikaru Hinata Hiro Hiroaki Hiroki Hiroko Hiromi Hirofumi Hironori Hiroshi Hiroto
Hiroyuki Hisako Hisashi Hitomi Hitoshi Honoka Ichiro Ikuko Isamu Isao Itsuki Izumi Jiro Junichi Junji Junko Kaede
Kaito Kana Kanako Kanae Kaori Kaoru Katsumi Katsuya Kayo Kayoko Kazue Kazuhiko Kazuhiro Kazuki Kazuko Kazuma Kazumi
Kazunori Kazuo Kazuya Kazuyuki Keigo Keiichi Keiji Keiko Keisuke Keita Kenichi Kenjiro Kenta Kentaro Kento Kimiko
Kiyoko Kiyoshi Kohei Koichi Koji Kosuke Kota Kotaro Kumiko Kunihiko Kyoko Machiko Madoka Maiko Maki Makiko Mamoru
Manabu Manami Mariko Masaaki Masahiko Masahiro Masahito Masaki Masako Masami Masanori Masao Masaru Masashi Masato
Masaya Masayoshi Masayuki Masumi Megumi Michiko Michio Mieko Miho Mika Miki Mikio Minako Minami Minoru Misaki Misako
Mitsuko Mitsuo Mitsuru Miwa Miyako Miyu Miyuki Mizuki Moe Momoka Momoko Motoko Mutsumi Nagisa Nana Nanako Nanami Naoki
Naomi Naoto Naoya Natsuki Natsuko Natsumi Noboru Nobuko Nobuo Nobuyuki Noriaki Noriko Norio Nozomi Osamu Ren Reiko Rie
Rieko Riko Rika Rina Rumi Rumiko Ryo Ryohei Ryoko Ryosuke Ryota Ryuichi Ryuji Ryunosuke Saburo Sachiko Saki Sakiko
Saori Satomi Satoru Satoshi Satsuki Sayaka Sayuri Seiichi Seiji Setsuko Shigeko Shigeo Shigeru Shiho Shingo Shinichi
Shinji Shinobu Shinya Shiori Shizuka Shizuko Shohei Shoichi Shoji Shota Shotaro Shuhei Shuichi Shuji Shunsuke Sota
Susumu Suzue Tadao Tadashi Taiki Takaaki Takahiro Takako Takanori Takao Takashi Takayuki Takehiko Takeo Takeru Takuma
Takumi Takuya Tamiko Taro Tatsuo Tatsuya Teruo Tetsuo Tetsuya Tomohiro Tomoki Tomomi Tomoya Tomoyuki Toru Toshiaki
Toshiko Toshio Toshiyuki Tsubasa Tsukasa Tsuneo Tsutomu Tsuyoshi Wakana Wataru Yasuhiro Yasuko Yasuo Yasushi Yoichi
Yoko Yosuke Yoshiaki Yoshiko Yoshio Yoshinori Yoshito Yuichi Yuji Yuka Yukari Yukiko Yukio Yumi Yumiko Yuriko Yusuke
Yuta Yutaka Yuto Yuya Yuzuki Bao Binh Chau Chien Cuong Dao Dat Diep Diem Dinh Duc Dung Duong Duy Duyen Giang Hanh Hieu
Hoa Hoai Hoang Hoc Huan Hue Huy Huyen Khai Khang Khanh Khoa Khoi Kieu Lam Loan Loc Luan Luong Manh Minh My Nam Nga
Ngan Nghia Ngoc Nguyet Nhan Nhat Nhi Nhu Nhung Phong Phu Phuc Phuoc Phuong Quan Quang Quoc Quy Quyen Quynh Sang Tam
Thai Thanh Thao Thi Thien Thinh Thoa Thom Thuan Thuong Thuy Thuc Tien Tin Toan Trang Tri Trinh Trong Truc Trung Truong
Tu Tung Tuyet Tuyen Van Viet Vinh Vuong Vy Xuan Yen Anchali Anong Apinya Arthit Boonsri Chai Chaiwat Chalermchai
Chanida Chatri Kamon Kanya Kittisak Kulap Malee Manop Mongkut Narong Nattapong Niran Nok Nonthawat Panit Patcharee
Phichai Pim Pimchanok Ploy Porntip Prasert Preecha Rattana Sakda Sirikit Siriporn Siriwan Somboon Somkid Sompong
Somsak Sudarat Sukhon Supaporn Supansa Surachai Suthep Tanawat Thaksin Thanawat Thanit Udom Wanida Wichai Wirot
Worawut Yingluck Sokha Sophal Sophea Sovann Bopha Chanthy Rithy Veasna Borey Dara Phirun Aung Zaw Thida Khin Myint
Kyaw Thant Htet Thiri Enkhjargal Batbayar Bolormaa Ganbold
"""
_SOUTH_EAST_ASIA = """
Adi Aditya Agung Agus Ahmad Amirul Andi Andika Anisa Ardi Arief Arif Aris Asep Ayu Azlan Azman Azizah Bambang Bayu
Budi Cahaya Cahya Citra Dedi Dewi Dian Dimas Dwi Edi Eka Eko Endang Faizal Fajar Fitri Fitriani Galih Gita Gusti Hadi
Hafiz Hairul Handoko Hariyanto Hasan Hendra Hendri Heru Iman Indah Indra Intan Irfan Irwan Iskandar Iwan Joko Kartika
Khairul Kurniawan Lestari Lina Maharani Mawar Mega Mohd Mohamad Nadiah Ningsih Nita Novita Nur Nurul Nurhayati Prabowo
Puspita Putra Putri Putu Rahayu Rahmat Ratna Ratih Rendra Reza Rini Rizal Rizki Roslan Rudi Rusdi Sari Setiawan
Shahrul Sigit Siti Slamet Sri Suharto Sukarno Suparman Suryani Susanti Susilo Syafiq Syahrul Syamsul Taufik Umar Utami
Wahyu Wawan Wayan Widodo Wulan Yanti Yudi Yudha Yuni Yusof Yusri Zainal Zaki Zulkifli Hafizah Aisyah Farah Farhan
Faridah Halimah Jamilah Norazlina Rohana Rosnah Rosmah Shafiq Zaleha Alon Amihan Bayani Benigno Bienvenido Bongbong
Corazon Crisanto Danilo Dalisay Edgardo Erlinda Estrella Evangeline Florante Imelda Jejomar Jericho Jhun Jomar Jonalyn
Joselito Kristine Liezel Ligaya Lualhati Luningning Maricar Maricel Maricris Marites Marivic Marlon Mylene Nenita
Nestor Princess Remedios Reynaldo Rodel Rommel Ronaldo Rosalinda Rowena Rhodora Romulo Teodoro Virgilio Wilfredo
Jayson Jovelyn Analyn Cherry Rochelle
"""
_SOUTH_ASIA = """
Aadhya Aakash Aarav Aarti Abdul Abhay Abhijit Abhinav Abhishek Adarsh Ajay Ajit Akash Akhil Akshay Alka Alok Aman Amar
Amarjit Ameya Amish Amol Amrita Amulya Anand Anant Anasuya Aniket Anil Anirban Anirudh Anita Anjali Anjana Anju Ankit
Ankita Ankur Anoop Anshul Anuj Anupam Anupama Anuradha Anurag Anusha Anushka Aparna Apoorva Aravind Archana Arnab
Arnav Arpita Arun Aruna Arvind Asha Ashish Ashok Ashwin Ashwini Asif Atul Avinash Ayesha Ayush Babita Balaji
Balakrishnan Bhagwan Bharat Bharati Bhaskar Bhavana Bhavesh Bhavna Bhupinder Bijay Bikash Bimal Bina Bindu Bipin
Brijesh Chaitanya Chandan Chandni Chandra Chandrasekhar Charu Chetan Chirag Chitra Daljit Damini Darshan Debashish
Deepa Deepak Deepali Deepika Deepti Devansh Devendra Devika Dhananjay Dhanush Dhruv Dilip Dinesh Dipak Dipika Divya
Durga Faisal Farhana Farooq Gagan Ganesh Gaurav Gauri Gayatri Geeta Geetha Girish Gopal Gopi Govind Gulab Gulshan
Gurpreet Gurmeet Gurdeep Harbhajan Hardik Hari Harish Harjit Harpreet Harsh Harsha Harshad Hema Hemant Himanshu Hina
Imtiaz Indira Indrani Indu Ishaan Isha Ishita Iqra Jagdish Jahnavi Jamal Janaki Janardhan Jasbir Jasmeet Jaspreet
Jasvinder Jatin Jaya Jayant Jayanti Jayanthi Jayashree Jayesh Jignesh Jitendra Jyoti Jyothi Kabir Kailash Kajal
Kalpana Kalyan Kamal Kamala Kamini Kanchan Kanika Kapil Karan Karishma Kartik Karthik Karthikeyan Kaushik Kavita
Kavitha Kavya Keerthi Ketan Keshav Khushboo Kiran Kirti Kishan Kishore Komal Krishna Krishnan Kriti Kuldeep Kumari
Kunal Kushal Lakshman Lakshmi Lalit Lalita Lata Latha Lavanya Leela Lokesh Madhav Madhavi Madhu Madhur Madhuri
Mahendra Mahesh Mala Malati Malini Mallika Mamta Manasi Mandeep Mangesh Manik Maninder Manish Manisha Manjeet Manju
Manjula Manjunath Manmohan Manoj Mansi Mayank Mayur Meena Meenakshi Meera Megha Meghana Milind Minal Mithun Mohan
Mohini Mohit Monika Mrinal Mridula Mukesh Mukta Muralidhar Murali Muthu Nagaraj Naina Nalini Naman Namrata Nandini
Nandita Naresh Narayan Narendra Naveen Navdeep Navneet Navya Nayan Neelam Neelima Neeraj Neeta Neetu Nehal Nidhi Nihal
Nikita Nilesh Nimisha Niranjan Nirmal Nirmala Nisha Nishant Nitesh Nitin Nitya Om Padma Padmini Pallavi Pankaj Parag
Paramjit Parth Parul Parvati Pavan Pawan Payal Piyush Poonam Pooja Poornima Prabha Prabhakar Prachi Pradeep Prafulla
Prakash Pramod Pranav Pranay Prasad Prasanna Prashant Prateek Pratibha Pratik Praveen Pravin Preeti Prem Prerna
Preethi Prithvi Pritam Priti Priyanka Puja Pulkit Punam Puneet Purnima Pushpa Rachana Radha Radhika Raghav Raghu Rahim
Raj Raja Rajan Rajani Rajat Rajeev Rajendra Rajesh Rajeshwari Rajiv Rajni Raju Rakesh Rakhi Ram Rama Ramachandran
Raman Ramakrishna Ramesh Rameshwar Rana Ranjan Ranjit Ranjana Ranveer Rashmi Ratan Raveena Ravindra Reena Rekha Renu
Renuka Reshma Reyansh Rima Rishabh Rishi Ritesh Ritika Ritu Riya Rohan Rohini Rohit Ruchi Ruchika Rukmini Rupa Rupali
Rupesh Saanvi Sabitha Sachin Sadhana Sagar Sahil Sai Sakshi Salman Samarth Sameer Samir Sandeep Sandhya Sangeeta
Sangeetha Sanjana Sanjay Sanjeev Santosh Sapna Sarala Sarita Saroj Sarojini Satish Satya Satyam Saurabh Savita Savitri
Seema Senthil Shabana Shailaja Shailesh Shalini Shankar Shantanu Shanthi Shanti Sharad Sharmila Shashank Shashi Sheela
Shekhar Shikha Shilpa Shiva Shivam Shivani Shivakumar Shobha Shraddha Shreyas Shruti Shubham Shubha Shweta Shyam
Siddharth Simran Sindhu Sita Smita Sneha Snehal Sohail Sohan Sonal Sonali Sonia Soumya Sourav Sree Sreedhar Sridevi
Sridhar Srikanth Srinivas Srinivasan Sriram Subhash Subhashini Subramaniam Subrata Suchitra Sudesh Sudha Sudhakar
Sudhir Sudipta Sugandha Sujata Sujatha Sujay Sukhdev Sukhwinder Sulochana Suman Sumathi Sumeet Sumit Sumitra Sundar
Suneel Suneeta Sunil Supriya Suraj Surabhi Surendra Suresh Surinder Surya Sushant Sushila Sushma Swapna Swapnil
Swaroop Swathi Swetha Tanmay Tanuja Tanvi Tanya Tapan Tarun Tejas Tejaswini Trisha Tushar Uday Ujjwal Uma Umesh
Upendra Urmila Usha Utkarsh Vaibhav Vaishali Vaishnavi Vandana Varsha Varun Vasant Vasanth Vasudha Vasudevan Veena
Venkat Venkatesh Venu Vibha Vidya Vidyut Vijaya Vijayalakshmi Vikas Vikrant Vimal Vimala Vinay Vineet Vineeta Vinita
Vinod Vipin Vipul Virender Vishal Vishnu Vivek Yamini Yash Yashwant Yogesh Yogita Yuvraj Zubair Zeenat Anwar Arshad
Aslam Ayaan Azhar Babar Danish Farzana Fahad Fawad Ghulam Haris Humayun Hafsa Ijaz Inzamam Javed Junaid Kamran Khurram
Kulsoom Maheen Mahnoor Mehwish Mubashir Mudassar Muneeb Nadeem Naeem Nasreen Naveed Noman Nusrat Parveen Qasim Rehana
Rukhsana Saad Saba Sadia Sajid Saima Sania Shabnam Shahbaz Shahid Shahzad Shaista Shazia Shoaib Sidra Sumaira Tabassum
Tahir Tahira Tanveer Tauseef Umair Usman Uzma Waqar Waqas Waseem Yasir Younis Zafar Zaheer Zeeshan Abul Aminul Anisur
Ariful Dilara Fahmida Habibur Jahangir Kamrul Mahbub Mizanur Mofizul Momtaz Moniruzzaman Mosharraf Nazmul Rafiqul
Razia Rezaul Rokeya Rumana Sabina Sajeda Selina Shahnaz Shamima Sharmin Shirin Sultana Tahmina Tanjina Taslima Zakir
Ziaur Chaminda Chandrika Dilshan Kumara Lasith Malinga Mahela Nimal Nuwan Ruwan Sanath Sunethra Thilini Tharindu Upul
Bishnu Dipendra Gyanendra Prachanda Sushil Tsering Tenzin Pema Dorji Sonam
"""
_MIDDLE_EAST = """
Aamir Abbas Abd Abdallah Abdelaziz Abdelkader Abdelrahman Abdulaziz Abdullah Abdulrahman Abeer Adel Adham Adnan Afaf
Ahlam Ahmed Aicha Aida Ahmet Aiman Akram Ala Alaa Aliya Almas Amal Amani Ameen Ameer Amin Amina Aminah Amine Amir
Amira Ammar Amr Anas Anouar Arwa Asad Asim Asma Asmaa Ashraf Ata Atef Ayman Ayat Ayoub Aziz Aziza Badr Bahaa Bahia
Baraka Basel Basem Basim Basma Bassam Batoul Bilal Bouchra Boutros Brahim Chadi Chafik Dalal Dalia Dana Dawood Dina
Driss Duaa Elham Eman Emad Esra Essam Ezz Fadel Fadi Fadia Fadwa Fahd Fahim Faiza Fares Faris Farid Farida Farouk
Fathi Fatiha Fatima Fatin Fatma Fawzi Fayez Feras Firas Fouad Ghada Ghassan Ghazi Habib Habiba Hadeel Hafez Haider
Haifa Hakim Hala Halim Halima Hamad Hamdan Hamdi Hamed Hamid Hamida Hamza Hanaa Hanan Hani Hania Hanadi Haroun Hashem
Hashim Hasna Hassan Hatem Hayat Hazem Heba Hicham Hikmat Hind Hisham Hoda Houda Hossam Hussam Hussein Hussain Huda
Husni Ibrahim Ibtisam Idris Ihab Ilham Imad Imane Inaam Intisar Isam Ismail Ismael Israa Issa Issam Jaafar Jabbar
Jabir Jaber Jalal Jaleel Jamil Jamila Jawad Jihad Joumana Kadhim Kamel Karim Karima Kareem Kassem Kawthar Khadija
Khaled Khalid Khalida Khalifa Khalil Khawla Khulood Kinda Laila Lamia Lama Latif Latifa Layla Layal Leen Leila Loubna
Lubna Luay Lujain Maha Mahdi Maher Mahmoud Mahmood Mai Majd Majed Majid Majida Malak Malek Malika Manal Mansour Maram
Mariam Marwa Marwan Maryam Mayar Maysa Mazen Mehdi Mohamed Mohammad Mohammed Mohsen Mona Moneer Monir Mounir Mourad
Moustafa Muath Mubarak Muhammad Muna Munir Murad Musa Mustafa Mutasim Nabil Nabila Nada Nader Nadia Nadim Naji Najib
Najla Najwa Naim Nahla Nawal Nawaf Nayef Nazih Nesreen Nidal Nihad Nizar Noha Noor Nora Noura Nour Nourhan Nuha Nuri
Omaima Omar Omer Osama Othman Oumaima Qais Qasem Rabab Rabia Radwan Rafiq Raghad Ragheb Rahma Raid Raed Rajaa Ramez
Rami Ramzi Randa Rania Rasha Rashed Rashid Rasheed Rawan Rawya Rayan Razan Reem Rida Riham Rim Riyad Riad Roqaya Ruba
Ruqayya Saadia Sabah Saber Sabri Sadiq Saeed Safa Safaa Safiya Sahar Said Saif Sajida Sakina Salah Salam Saleh Salem
Salim Salima Salma Salwa Samah Samar Sameh Sameera Sami Samia Samih Samira Sana Sanaa Sara Sawsan Sayed Shadi Shadia
Shahd Shaima Sharif Shereen Sherif Siham Soad Souad Soha Sohaila Soumaya Suad Suhail Suhair Suleiman Sulaiman Sultan
Suzan Taha Tahani Taher Talal Talib Tamer Tamim Taqwa Tareq Tarek Tariq Taysir Thamer Turki Umm Usama Uthman Wael Wafa
Wafaa Wahid Waleed Walid Wassim Widad Wissam Yacoub Yahya Yara Yasin Yasmeen Yasmine Yasser Yazan Yazid Younes Yousef
Youssef Yusra Yusuf Zahra Zaid Zaina Zainab Zakaria Zayd Zayed Zeina Zeinab Ziad Zineb Zubaida Zuhair Afshin Ahmadreza
Alborz Alireza Amirhossein Anahita Arash Ardeshir Arezoo Arman Arsalan Aryan Atefeh Atousa Azadeh Azar Babak Bahar
Bahareh Bahman Bahram Behnam Behrouz Behzad Bijan Bita Borzou Dariush Darya Davoud Donya Ebrahim Elahe Elaheh Elnaz
Esfandiar Faramarz Farhad Faribah Fariba Farnaz Farrokh Farshad Farshid Farzad Farzaneh Fereydoun Forough Gholam Giti
Golnaz Golshan Habibollah Hamidreza Hengameh Homa Homayoun Hooman Hossein Iraj Jahan Jamshid Kaveh Kazem Keyvan
Khosrow Kiana Kiarash Kourosh Ladan Leyla Maliheh Mahsa Mahnaz Mahshid Mahtab Mahyar Mana Mandana Manouchehr Marjan
Marjaneh Masoud Masoumeh Maziar Mehran Mehrdad Mehri Mehrnaz Milad Mina Mitra Mojgan Mojtaba Morteza Mostafa Nahid
Narges Nasim Nasrin Navid Nazanin Neda Negar Negin Niloufar Nima Omid Parham Paria Parisa Parivash Parvaneh Parviz
Payam Pegah Pejman Peyman Pouria Pouya Ramin Reyhaneh Roja Roya Roxana Sadegh Saeid Sahand Saman Sanaz Sasan Sepideh
Setareh Shahab Shahin Shahla Shahram Shahrzad Shapour Sharareh Shayan Shervin Shideh Shohreh Siamak Siavash Simin Sina
Sogand Soheil Soraya Soroush Tahereh Tara Touraj Vahid Yalda Zohreh Adem Alev Alper Arda Arzu Asli Asuman Ates Attila
Aydin Ayla Aylin Aynur Aysel Aysegul Aysun Aytac Banu Baris Basak Batuhan Begum Belgin Berat Berk Berkay Betul Beyza
Bilge Bora Burak Burcu Busra Caglar Canan Cansu Cem Cemal Cemile Cengiz Ceren Ceyda Cihan Damla Defne Demet Derya
Devrim Didem Dilek Dogan Doruk Duygu Ebru Ece Eda Efe Ela Elif Emel Emin Emine Emrah Emre Ender Engin Enver Eray Ercan
Erdal Erdem Erdogan Eren Erhan Erkan Erol Ersin Ertugrul Esin Esma Evren Eylul Fadime Fatih Ferhat Feride Figen Filiz
Fikret Fulya Furkan Gizem Gokce Gokhan Gonca Gonul Gul Gulay Gulcan Gulsen Gulsah Gulten Guler Gunay Guven Hacer Hakan
Hale Halil Haluk Handan Hande Harun Hatice Havva Huseyin Huma Hulya Idil Ilayda Ilhan Ilkay Ilker Ilknur Inci Ipek
Irem Irmak Ismet Kaan Kadir Kadriye Kemal Kenan Kerem Kerim Koray Kubra Kursat Lale Levent Melek Meltem Meral Mert
Merve Meryem Mesut Metin Mevlut Miray Muge Muhammet Murat Muzaffer Naz Nazan Nazli Necati Necla Nehir Nermin Neslihan
Nesrin Nevin Nihat Nilay Nilgun Nuray Nurcan Nursel Oguz Oguzhan Okan Oktay Olcay Onder Onur Orcun Orhan Osman Oya
Ozan Ozge Ozgur Ozlem Pelin Pinar Polat Ramazan Recep Refik Resul Ridvan Rukiye Saban Sabiha Saliha Savas Seda Sedat
Sefa Selcuk Selim Selin Selma Semih Semra Senem Serap Sercan Serdar Serhat Serkan Serpil Sevda Sevgi Sevil Seyma Sibel
Sinan Sinem Songul Suat Sukru Suleyman Sule Sumeyye Taner Tansel Tarik Tayfun Tayyip Tolga Tugba Tugce Tuna Tuncay
Turgut Turhan Tulay Tulin Ufuk Ugur Umit Umut Utku Veysel Volkan Yagmur Yakup Yaren Yasemin Yavuz Yeliz Yesim Yigit
Yildiz Yilmaz Yunus Yucel Zafer Zehra Zeki Zeliha Zerrin Zuhal Aharon Ahuva Amichai Amit Amnon Amos Anat Ariel Arik
Arieh Asaf Avi Avigail Aviad Avigdor Avital Aviv Aviva Avner Avraham Ayelet Baruch Batya Benyamin Binyamin Boaz Chaim
Chana Chaya Dafna Dalit Daphna Doron Dov Dror Dvora Efraim Efrat Ehud Einat Eitan Elad Eli Eliezer Elior Eliyahu
Ephraim Erez Esti Eyal Galit Gershon Gideon Gil Gila Gilad Hadar Hadas Hadassah Hagit Haim Hanna Hila Hillel Idan Idit
Ido Ilan Ilana Inbal Irit Itai Itamar Itzhak Keren Lavi Leora Lihi Lior Liora Liron Maayan Maor Matan Mayan Meir
Menachem Menashe Mendel Merav Michal Mordechai Moshe Moti Naftali Nahum Natan Neta Netanel Nili Nimrod Nir Nira Nissim
Nitzan Noa Noam Nurit Oded Ofer Ofir Ofra Ohad Omri Oren Orit Orly Osnat Pinchas Pnina Rachel Rafi Ran Reuven Rivka
Roi Ronen Ronit Rotem Sagi Sapir Sarit Shai Shalom Shaul Shira Shiri Shimon Shlomi Shlomit Shlomo Shmuel Shoshana
Shulamit Shuli Sigal Simcha Tal Tali Tamar Tamir Tomer Tova Tzipi Tzipora Tzvi Uri Uriel Uzi Yaakov Yael Yafit Yair
Yakov Yaniv Yaron Yechiel Yehoshua Yehuda Yehudit Yigal Yishai Yitzhak Yoav Yochanan Yoel Yona Yonatan Yosef Yossi
Yuval Zeev Zehava Zvi Ziv Anahit Ani Anush Aram Ararat Armen Arpine Arsen Artashes Arusyak Ashot Gagik Gayane Gevorg
Hakob Hasmik Hayk Hovhannes Hrant Karine Karen Khachatur Levon Lilit Lusine Manuk Mher Mkrtich Narine Nune Nvard
Ruzanna Samvel Sargis Serzh Shushan Siranush Tigran Vahan Vahe Vardan Varduhi Vazgen Zaruhi Zaven Avtandil Besik
Besarion Davit Eteri Giorgi Irakli Ketevan Kakha Lasha Levan Maka Manana Mikheil Natela Natia Nino Nika Nodar Otar
Rusudan Salome Sopho Tamari Tamta Tengiz Tornike Vakhtang Zaza Zurab Aigerim Aibek Ainur Aizhan Alisher Almaz Askar
Azamat Bakhyt Bolat Daniyar Dinara Dilnoza Erlan Gulnara Gulnaz Kairat Marat Meruyert Nargiza Nazira Nodira Nurlan
Nursultan Rustam Ruslan Sanjar Saule Shavkat Sherzod Timur Ulugbek Yerlan Zarina Zhanna Elchin Elnur Gunel Nigar
Rashad Sevinj Vugar Vusal Zaur
"""
_SLAVIC = """
Aleksandr Aleksandra Aleksei Aleksey Alexei Alexey Alena Alina Alisa Alla Anastasiya Anatoly Anatoli Andrey Angelina
Anton Antonina Arina Arkady Artem Artyom Arseny Boris Bogdana Daniil Danila Daria Denis Dmitriy Dmitry Egor Ekaterina
Elizaveta Evgeny Evgeni Evgeniya Evgenia Fedor Fyodor Gennady Georgy Gleb Grigory Igor Ilya Inga Inna Innokenty Ivan
Kira Kirill Klavdiya Konstantin Ksenia Kseniya Larisa Lavrenty Leonid Lev Lidia Lidiya Liliya Lyubov Lyudmila Makar
Maksim Margarita Marina Marya Matvey Maxim Milana Miroslava Nadezhda Natalia Natalya Nikolay Nina Oksana Olesya Pavel
Petr Polina Raisa Rodion Roman Rostislav Semyon Sergey Sergei Snezhana Sofya Stanislav Stepan Svyatoslav Taisiya
Tamara Tatyana Timofey Ulyana Vadim Valentin Valeria Valeriya Valery Varvara Vasily Vasilisa Vera Veniamin Veronika
Viktor Viktoria Viktoriya Vitaly Vladislav Vladlena Vsevolod Vyacheslav Yana Yaroslav Yegor Yekaterina Yelizaveta
Yevgeny Yevgenia Yulia Yuliya Yuri Yuriy Zinaida Zoya Anatoliy Andrii Artur Bohdan Bohdana Dmytro Halyna Hryhoriy Ihor
Ivanna Kyrylo Larysa Lesya Lyubomyr Maksym Marta Maryna Mykhailo Mykola Myroslava Nadiia Nataliia Oleh Oleksandra
Oleksii Olha Olya Orest Ostap Pavlo Petro Roksolana Rostyslav Ruslana Serhii Sofiia Solomiia Stanislava Svitlana Taras
Tetiana Tymofiy Uliana Valentyna Vasyl Viktoriia Vitalii Vitaliy Volodymyr Yaroslava Yevhen Yevheniia Yuliia Yurii
Zoryana Aliaksandr Siarhei Uladzimir Alicja Andrzej Aneta Anna Antoni Arkadiusz Bartlomiej Bartosz Beata Blazej
Bogumil Boguslaw Boleslaw Bozena Czeslaw Damian Danuta Dariusz Dawid Dominika Dorota Edyta Eliza Elzbieta Emilia
Eugeniusz Ewa Ewelina Filip Franciszek Gabriela Genowefa Grazyna Grzegorz Halina Helena Henryk Hubert Ignacy Ilona
Irena Iwona Izabela Jacek Jadwiga Jakub Jan Janina Janusz Jaroslaw Jerzy Joanna Jolanta Jozef Julita Justyna Kacper
Kajetan Kamil Kamila Karol Karolina Kasia Kazimierz Kinga Klaudia Konrad Krystian Krystyna Krzysztof Lech Lena Leszek
Liliana Lucjan Lucyna Lukasz Maciej Magda Magdalena Maja Malgorzata Marcin Marek Mariola Mariusz Marlena Marzena
Mateusz Mieczyslaw Mikolaj Milosz Miroslaw Norbert Oliwia Oliwier Oskar Patrycja Pawel Paulina Piotr Przemyslaw
Radoslaw Rafal Remigiusz Ryszard Sebastian Slawomir Stanislaw Stefania Sylwester Sylwia Szymon Tadeusz Tomasz Tymon
Tymoteusz Urszula Waclaw Waldemar Wanda Weronika Wieslaw Wieslawa Wiktor Wiktoria Witold Wladyslaw Wlodzimierz
Wojciech Zbigniew Zdzislaw Zenon Zofia Zuzanna Zygmunt Adela Alzbeta Bedrich Blanka Bohumil Bohuslav Bronislav Cestmir
Dagmar Dalibor Darina Drahomira Dusan Eliska Emil Frantisek Hedvika Ivana Ivo Iveta Jana Jarmila Jaromir Jaroslav
Jindrich Jirina Jitka Josef Juraj Katarina Kveta Kvetoslava Ladislav Lenka Libor Libuse Lubomir Lubos Ludek Ludmila
Lukas Marcela Marian Marketa Martina Matej Matyas Milada Milan Milena Miloslav Milos Miroslav Oldrich Ondrej Otakar
Pavla Peter Pravoslav Premysl Radek Radim Radka Radmila Radomir Radovan Renata Robert Rudolf Ruzena Samuel Silvia
Simona Slavomir Sona Stefan Stepanka Svatopluk Tereza Tibor Tomas Vaclav Vendula Viera Vit Vladimir Vladimira Vlasta
Vojtech Zaneta Zbynek Zdenek Zdenka Zdenko Zora Zuzana Aleksandar Aleksa Amra Ana Andjela Andrija Anica Ante Anto
Bojan Bojana Boban Bosko Boro Bozidar Branimir Branislav Branka Branko Danica Danijel Danijela Darko Davor Dejan
Dragan Dragana Drago Dragoslav Dragoljub Drazen Dubravka Dusanka Edin Emina Ermin Franjo Frano Goran Gordana Hrvoje
Ivica Jadranka Jasenka Jasmin Jasna Jelena Jovan Jovana Jure Kresimir Kristijan Lazar Ljiljana Ljubica Ljubomir Luka
Marija Marijana Marin Marko Mate Matija Mile Milica Milivoj Miljan Miljana Milorad Miodrag Mirela Mirjana Mirko Mirza
Mladen Momcilo Natasa Nebojsa Neven Nenad Nevena Nikola Niksa Novak Obrad Ognjen Olivera Petar Predrag Radoje Rade
Ranko Ratko Sanja Sasa Savo Senad Sinisa Slaven Slavica Slavko Slobodan Snezana Sonja Srdjan Stanko Stevan Stipe
Stjepan Svetlana Tanja Tatjana Tihomir Tomislav Uros Vedran Veljko Vesna Vladan Vlado Vuk Zeljka Zeljko Zlatan Zlatko
Zoran Zorica Zvonimir Zvonko Alenka Ales Anze Bostjan Gregor Janez Jernej Joze Klemen Matjaz Metka Miha Mojca Nejc
Polona Primoz Rok Spela Tadej Tina Urska Ziga Angel Anelia Asen Atanas Biser Boyan Boyka Desislava Dimitar Dobromir
Elitsa Emiliya Galin Georgi Gergana Hristo Iliyana Iliya Ivaylo Ivelina Kaloyan Kiril Krasimir Krasimira Lyuben
Lyubomir Mariyana Mihail Milka Momchil Nedyalko Ognyan Plamen Petya Radoslav Ralitsa Rumen Rumyana Silviya Simeon Spas
Stanimir Stefka Stoyan Svetoslav Tihomira Todor Todorka Tsvetan Tsvetelina Valentina Vasil Veselin Violeta Yavor
Yordan Yordanka Zdravko Zhivko
"""
_EUROPE_EAST = """
Adina Adriana Alexandru Alin Anca Andra Andreea Angela Aurel Aurelia Bogdan Calin Camelia Carmen Catalin Catalina
Cezar Ciprian Codruta Constantin Corina Cornel Cornelia Cosmin Costel Cristian Cristina Dan Daniela Dorin Doina Dorina
Dragos Dumitru Ecaterina Elena Eugen Eugenia Felicia Florea Florentina Florian Florica Florin Gabriel Georgeta
Georgiana Gheorghe Gheorghita Grigore Horatiu Horia Ileana Ilie Ilinca Ion Ioan Ionel Ionela Ionut Irina Iulia Iulian
Iuliana Laurentiu Lavinia Livia Liviu Loredana Lucian Luminita Madalina Marcel Maricica Mariana Marilena Marinela
Marius Mihaela Mircea Mirel Monica Nicoleta Nicolae Nicusor Niculina Octavian Oana Ovidiu Paul Petre Petru Petronela
Radu Raluca Rares Razvan Ruxandra Sanda Silviu Sorin Sorina Stelian Tatiana Teodor Teodora Tiberiu Traian Tudor
Valeriu Vasile Veronica Victor Viorel Viorica Vlad Zamfir Abel Agnes Agoston Akos Aladar Aniko Antal Anett Aron Balazs
Balint Barnabas Bela Bence Benedek Bernadett Bertalan Boglarka Borbala Brigitta Csaba Csilla Daniel Denes Dezso Dora
Dorottya Edina Elemer Emese Endre Eniko Erika Erno Erzsebet Eszter Etelka Eva Ferenc Fruzsina Gabor Gergely Gergo Geza
Gizella Gyorgy Gyongyi Gyula Hajnalka Henrietta Ildiko Imre Istvan Janka Janos Jeno Jolan Jozsef Judit Juli Julianna
Kalman Karoly Katalin Kati Klara Krisztian Krisztina Laszlo Lajos Lilla Lorand Lorant Luca Magdolna Maria Marianna
Melinda Mihaly Miklos Nandor Nikolett Noemi Odon Orsolya Oszkar Otto Panna Pal Piroska Reka Rezso Roland Rozalia
Sandor Szabolcs Szilard Szilvia Tamas Timea Tivadar Tunde Vilmos Virag Zita Zoltan Zsofia Zsolt Zsuzsa Zsuzsanna
Achilleas Agapi Alexandros Alexis Alkis Anastasios Anastasia Andreas Angeliki Angelos Antonis Apostolos Argyris
Aristotelis Aspasia Athanasios Athina Charalampos Charis Christina Christos Chrysa Chrysoula Costas Despina Dimitra
Dimitrios Dimitris Dionysis Efstathios Efthymios Eftychia Eirini Ekaterini Eleftheria Eleftherios Eleni Elias
Emmanouil Evangelia Evangelos Fotini Fotis Foteini Georgia Georgios Giannis Giorgos Grigoris Haralambos Ilias Ioanna
Ioannis Iordanis Irini Kalliopi Katerina Kleio Konstantina Konstantinos Kostas Kyriaki Kyriakos Lambros Lefteris
Leonidas Loukas Makis Manolis Marios Michail Michalis Miltiadis Nektarios Nikolaos Nikos Odysseas Olympia Orestis
Panagiota Panagiotis Panos Paraskevi Pavlos Pelagia Periklis Petros Polyxeni Prodromos Sakis Savvas Sofia Sokratis
Sotiria Sotiris Spiros Spyridon Spyros Stamatis Stavroula Stavros Stefanos Stelios Stella Thanasis Thanos Themis
Theodora Theodoros Theofanis Thomas Vangelis Vasiliki Vasilis Vassilis Xenia Yannis Yiannis Yiorgos Zisis Aigars Aija
Aivars Andris Anete Arturs Baiba Dace Edgars Elina Gatis Guntars Guntis Ieva Ilze Inese Ingus Ivars Janis Juris Karlis
Kristaps Laima Liga Linards Maris Martins Mara Normunds Peteris Raimonds Raivis Rihards Sandis Sanita Signe Uldis
Valdis Vita Zane Algirdas Andrius Antanas Arvydas Asta Ausra Dainius Daiva Darius Diana Egle Gediminas Gintaras Giedre
Indre Jonas Jurate Jurgita Kestutis Kristina Laura Linas Loreta Mantas Mindaugas Neringa Paulius Petras Ramune Rasa
Rimantas Rita Rokas Rolandas Ruta Saulius Tadas Vaida Valdas Vilma Virginija Vytautas Zydrunas Agim Albana Altin
Ardian Arben Arta Artan Avni Besa Besnik Blerim Blerta Drita Endrit Ermal Erion Fatmir Fatos Flamur Gent Ilir Jeta
Kastriot Klodian Kujtim Lirim Liridon Luljeta Mimoza Mirlinda Rexhep Sali Shkelzen Shpend Skender Teuta Valon Valdete
Visar Vjosa Xhevdet Aadu Aivar Ants Eha Eve Hannes Heiki Helve Indrek Jaan Jaak Jaanus Juri Kadri Kaja Kaidi Kairi
Kaur Kersti Kristjan Liis Liisa Maarja Mait Margus Mart Meelis Merike Mihkel Priit Raivo Rein Riina Silver Siim Tiina
Tiit Toomas Toivo Triin Tonu Urmas Ulle Urve Veiko Vello Villu
"""
_EUROPE_NORTH = """
Aada Aapo Ahti Aleksi Anja Anne Anneli Annika Anssi Antero Antti Anu Ari Arja Arto Arvo Eeva Eija Eino Elli Ensio
Erkki Esa Esko Essi Eveliina Hannele Hannu Harri Heikki Heidi Heli Helmi Henna Hilkka Iida Iiro Ilkka Ilmari Inkeri
Irja Irmeli Jaakko Jaana Janne Jani Jari Jarkko Jarmo Jenni Joni Jorma Jouko Jouni Juha Juhani Juho Jukka Jussi Jyrki
Kaarina Kaija Kaisa Kalevi Kalle Kari Katja Katri Keijo Kimmo Kirsi Kirsti Kyllikki Kyosti Lasse Lauri Leena Leevi
Maarit Maija Marja Marjatta Markku Markus Martti Matias Mauri Merja Mervi Mikko Milla Minna Mirja Nea Niina Niko Olavi
Olli Onni Oona Outi Paavo Pasi Paivi Pentti Pertti Pekka Petri Petteri Pia Pirjo Pirkko Raija Raili Raimo Rauno Reijo
Riikka Riitta Risto Ritva Saara Sakari Salla Samuli Sanna Santeri Satu Seija Seppo Simo Sini Sinikka Sirpa Suvi Taina
Taisto Taneli Tapani Tapio Tarja Taru Teemu Teija Tero Terttu Tiia Timo Tomi Toni Topi Tuija Tuomas Tuomo Tuula Tuulia
Ulla Urho Vaino Valtteri Veera Veikko Veli Venla Vesa Vilho Ville Virpi Agneta Agnetha Albin Alva Anders Anette Arvid
Axel Bengt Berit Birger Birgit Birgitta Bjarne Bo Boel Borje Britta Britt Carin Carina Casper Cecilie Christer
Christoffer Dag Dagny Ebba Einar Elsa Emelie Erland Ester Evert Fredrik Frida Fritjof Gerd Gote Gudrun Gunilla Gunnar
Gunvor Gustaf Gustav Hakon Halvor Hanne Harald Hedda Hedvig Helga Helge Henning Henrik Henriette Hilde Hjalmar Ida
Idun Ingeborg Ingegerd Ingemar Inger Ingmar Ingrid Ingvar Ivar Jakob Jens Jesper Johan Johanna Johannes Johnny Joakim
Jorn Jorunn Julie Kaare Kaj Karin Karl Karsten Kasper Katrine Kerstin Kim Kirsten Kjell Kjersti Kjetil Knut Knud
Kristian Kristin Kristoffer Lars Leif Lennart Linnea Lisbeth Liv Lotta Lotte Lovisa Mads Magnhild Malin Malte
Margareta Margrethe Maren Marit Mathias Mathilde Mats Mattias Merete Mette Mia Mikael Mikkel Moa Mogens Morten Nanna
Niels Niklas Nils Oddvar Odd Ola Olav Ole Olof Oluf Ottar Ove Palle Patrik Pelle Per Pernille Petter Poul Preben Ragna
Ragnar Ragnhild Randi Rasmus Rikke Roald Rolf Rune Runar Sander Sigrid Sigurd Sigvard Silje Sindre Siri Sissel Siv
Sofie Solveig Soren Staffan Stellan Stein Steinar Stian Stig Stine Sture Susanne Svante Svein Sverre Synne Tage Terje
Therese Thor Thorbjorn Thore Thorvald Tonje Tor Torbjorn Tore Torgeir Torill Torstein Tove Trine Troels Trond Trygve
Tuva Turid Tyra Ulf Ulrika Unni Vegard Vibeke Viggo Vilde Wenche Yngve Ylva Ase Oystein Oyvind Asbjorn Arnthor Bjarni
Birna Bryndis Freyja Gisli Gudmundur Gudny Halldor Helgi Hrafn Hulda Ingibjorg Jon Jona Katrin Magnus Margret Oddny
Olafur Ragnheidur Sigridur Sigurdur Steinunn Sveinn Thora Thordis Unnur Valgerdur Vigdis Adelheid Albrecht Alois
Angelika Anke Annegret Anneliese Annemarie Annette Ansgar Antje Armin Arnd Arno Astrid August Barbel Beate Benedikt
Bernd Bernhard Bertha Bettina Bianca Birte Bjorn Bodo Brigitte Burkhard Carsten Carola Christa Christiane Christoph
Claudia Claus Clemens Constanze Corinna Detlef Diether Dieter Dietmar Dietrich Dirk Dorothea Dorte Eberhard Eckhard
Edeltraud Egon Ekkehard Elfriede Elke Ellen Elmar Engelbert Erhard Erich Erna Ernst Erwin Ewald Fabian Falk Ferdinand
Franz Franziska Frauke Friederike Friedhelm Friedrich Fritz Gabi Gabriele Georg Gerald Gerda Gerhard Gerlinde Gernot
Gero Gertraud Gesine Gisela Gottfried Greta Gretchen Guenter Guenther Gunter Gunther Hannelore Hans Hartmut Hartwig
Hedwig Heide Heiderose Heidrun Heike Heiko Heiner Heinrich Heinz Helene Helmut Helmuth Hendrik Herbert Heribert
Hermann Hermine Herta Hildegard Hinrich Holger Horst Ilka Ilse Ines Ingo Ingolf Irmgard Irmtraud Isolde Joachim Jochen
Joerg Johann Josefine Juergen Julian Juliane Jutta Kai Karla Karlheinz Karola Kaspar Katharina Kathrin Klaus Kordula
Korbinian Kurt Leonhard Leonie Leopold Liesel Lieselotte Lorenz Lothar Ludwig Luise Lutz Maike Manfred Manuela Mareike
Margarete Margarethe Margit Margot Marianne Marlene Marlies Maximiliane Mechthild Meike Melanie Merle Michaela Moritz
Nadja Nele Nicola Oswald Ottmar Patrizia Philipp Rainer Ralf Raimund Regina Reimund Reiner Reinhard Reinhold Renate
Rosemarie Rosi Roswitha Rudiger Ruediger Rupert Sabine Sabrina Sandra Saskia Siegfried Sieglinde Siegmund Silke Simone
Sophie Stefanie Steffen Stephan Svenja Sybille Sylvia Thea Theresa Thilo Thorsten Tilman Tim Tobias Torben Torsten
Traudl Traute Udo Uli Ulrich Ulrike Ursel Ursula Ute Uta Uwe Verena Vinzenz Volker Volkmar Walburga Walther Waltraud
Werner Wiebke Wilfried Wilhelm Wilhelmine Willi Wilma Winfried Wolf Wolfgang Wolfram Xaver Manpreet Sukhpreet Rajpreet
Amanpreet Bjork Cagla Sebnem Giorgi Keanu Siew Ling Shaniqua Aad Aaltje Adriaan Alexander Annelies Anouk Arie Arjan
Arjen Bart Bas Bastiaan Bert Bertus Betsy Bettie Carolien Cees Coen Cor Corrie Daan Diederik Dries Els Elsbeth Evelien
Ferdi Fleur Floor Floris Fokke Frans Frederik Geert Geertje Geertruida Gerben Gerrit Gert Gijs Gijsbert Greetje
Gwendolyn Hanneke Harm Harmen Heleen Hendrika Henk Hugo Imke Ineke Inge Jaap Jacco Jacobus Janneke Jasper Jelle Jelmer
Jeroen Jeske Jesse Jet Jochem Joep Joke Joost Joris Jorrit Jurriaan Karel Kees Klaas Klaasje Koen Koenraad Kornelis
Laurens Leendert Lieke Lies Liesbeth Lieve Linde Loes Lucas Ludo Luuk Maaike Maarten Maartje Machiel Marc Margriet
Marieke Mariette Marijke Marijn Marjolein Marleen Marloes Marlou Martijn Mathijs Maud Maurits Meindert Menno Merel
Michiel Mieke Mirjam Miep Nel Nelleke Nienke Noortje Olivier Paulien Petronella Piet Pieter Pieternel Quinten Reinier
Renske Reinout Rianne Rik Rob Robbert Roel Roeland Roelof Romy Roos Ruben Rutger Ruud Sanne Sjaak Sjoerd Sjors Stijn
Tanneke Teun Teunis Thijs Tijmen Tjeerd Toon Trijntje Truus Twan Veerle Vincent Wendelien Wieger Wilco Wilhelmina
Willemijn Wim Wouter Wout Ynze Yvette Zwaantje
"""
_ROMANCE = """
Adele Adeline Adrien Agathe Aimee Alain Alban Albane Alexandre Alexia Alice Aline Alix Amandine Ambre Anais Andree
Angelique Anne-Marie Annick Anselme Antoine Antoinette Apolline Ariane Armand Armelle Arnaud Arthur Aude Audrey
Auguste Aurelie Aurelien Aymeric Barnabe Bastien Baptiste Benedicte Beranger Berenice Bernadette Blandine Brice Brieuc
Camille Capucine Carine Caroline Catherine Celeste Celestine Celine Chantal Charlene Christelle Christophe Clarisse
Claudette Claudine Clemence Clement Clotilde Colette Coralie Corentin Corinne Cyrille Cyrielle Damien Danielle Daphne
Delphine Denise Didier Dominique Edith Edouard Elisabeth Eliane Elodie Eloise Emeline Emile Emilie Emmanuel Emmanuelle
Enzo Estelle Etienne Eugenie Evelyne Fabien Fabienne Fabrice Fanny Faustine Fernand Flavie Florence Florent Francine
Francis Franck Frederic Frederique Gaelle Gaetan Gaspard Gaston Genevieve Georges Georgette Germain Germaine Gilbert
Gilberte Gilles Ginette Gisele Gregoire Guillaume Guy Gwenaelle Hector Henri Herve Hortense Hugues Huguette Hyacinthe
Isabelle Jacqueline Jean-Baptiste Jean-Claude Jean-Francois Jean-Luc Jean-Marc Jean-Paul Jean-Philippe Jean-Pierre
Jeanne Jeannine Jerome Joanne Joel Joelle Jordane Josette Josiane Josselin Judith Jules Julien Julienne Juliette
Justine Katell Kevin Laetitia Laure Laurence Laurent Laurette Lea Liliane Lilou Lise Lisette Loic Lorraine Louane
Louisa Louise Lucie Lucien Lucienne Ludivine Ludovic Lydie Madeleine Maelle Maelys Magali Manon Marceline Marcelle
Margaux Marguerite Marie-Claire Marie-France Marie-Louise Marie-Therese Marielle Marine Marion Marjolaine Marthe
Martine Mathieu Mathis Matthieu Maurice Maxence Maxime Melissa Micheline Michelle Mireille Monique Morgane Muriel
Myriam Nadege Nathalie Nathanael Nicolas Nicole Noel Noelle Noemie Octave Odile Oceane Ondine Patrice Patricia
Paulette Pauline Perrine Pascal Pascale Philibert Philippine Prosper Quentin Raphael Raphaelle Raymonde Regine Regis
Remi Remy Renaud Rodolphe Rolande Romain Romane Rosalie Roseline Roxane Sandrine Serge Severine Sidonie Solange Solene
Stephanie Suzanne Suzette Sylvain Sylvette Sylviane Sylvie Tanguy Thibaud Thibault Thierry Timothee Tiphaine Tristan
Ulysse Valentine Valerie Veronique Victoire Violaine Violette Vivien Viviane Xavier Yann Yannick Yolande Yoann Yves
Yvon Yvonne Zacharie Zelie Abramo Achille Adelaide Adriano Agata Agnese Agostino Alba Alberta Alberto Alda Aldo
Alessandra Alessia Alessio Alfio Alfonso Alfredo Allegra Amalia Ambra Amedeo Amerigo Andrea Angelica Angelo Annalisa
Annamaria Annunziata Antonella Antonietta Antonino Antonio Arianna Armando Arnaldo Arturo Assunta Augusto Aurelio
Barbara Bartolomeo Battista Beatrice Benedetta Benedetto Benito Bernardo Biagio Brando Brunella Bruna Bruno Calogero
Camilla Carla Carlo Carlotta Carmela Carmelo Carmine Carolina Caterina Cecilia Cesare Cinzia Ciro Clara Claudio Clelia
Concetta Corrado Cosimo Costanza Cristiano Cristoforo Damiano Daniele Dario Debora Delfina Domenica Domenico Donatella
Donato Edoardo Eleonora Elettra Eligio Elisa Elisabetta Emanuela Emanuele Emilio Enrica Enrico Ercole Ermanno Ernesta
Ettore Eugenio Fabiana Fabiano Fabio Fabrizia Fabrizio Fausto Federico Felice Ferdinando Ferruccio Filippo Filomena
Fiorella Fiorenza Flavia Flavio Franca Francesco Franco Fulvio Gaetano Gaia Gennaro Germano Gerardo Giacinto Giacomo
Giada Giampaolo Giancarlo Gianfranco Gianluca Gianluigi Gianmarco Gianna Gianni Gigliola Gilda Gina Gino Gioele Gioia
Giordano Giorgia Giovanna Girolamo Giuliana Giuliano Giulio Giuseppina Giusy Goffredo Grazia Graziano Graziella
Guglielmo Guido Ignazio Ilaria Immacolata Irene Isabella Jacopo Lara Leandro Leonardo Leonida Letizia Lia Liborio
Licia Livio Lorena Lorenza Loretta Luana Luciana Luciano Lucio Lucrezia Ludovica Ludovico Luigi Luigia Luisa Maddalena
Manlio Marcella Marcello Margherita Mariangela Mariarosa Mariella Mario Marisa Massimiliano Massimo Mattia Matilde
Maurizio Mauro Melania Michela Michelangelo Michele Mirco Mirella Moira Natale Nazzareno Nello Nicla Nicoletta Nicolo
Norberto Novella Nunzia Nunzio Olimpia Orazio Oreste Orietta Orlando Ornella Orsola Osvaldo Ottavia Ottavio Palmira
Pamela Pasquale Patrizio Pierangela Pierluigi Piero Pierpaolo Pietro Pina Pino Primo Raffaele Raffaella Raimondo Raul
Remo Renato Renzo Riccardo Rinaldo Roberta Rocco Rodolfo Rolando Romano Romeo Romina Romolo Rosalba Rosalia Rosangela
Rosanna Rosaria Rosario Rossana Rossella Rosina Ruggero Sabatino Salvatore Samuele Sandro Santina Santo Saverio Savino
Serena Sergio Settimio Silvana Silvano Silvestro Silvio Simonetta Sirio Susanna Tania Tiberio Tiziana Tiziano Tommaso
Tonino Tullio Ubaldo Ugo Umberto Valentino Valerio Vanda Vanessa Vincenza Vincenzo Viola Virginio Vito Vittoria
Vittorio Viviana Walter Zaira Abelardo Abril Adalberto Adelaida Adolfo Adrian Agustin Agustina Ainhoa Aitana Aitor
Alejandra Alejo Alfonsina Alicia Alma Almudena Alondra Alonso Alvaro Amado Amaya Amparo Anabel Anahi Andres Aniceto
Antonia Anselmo Apolinar Araceli Arantxa Ariadna Aristides Armida Arnoldo Ascension Asier Asuncion Aurora Azucena
Baltasar Bartolome Basilio Beatriz Belen Benita Berta Blanca Blas Borja Brenda Brisa Camilo Candela Candelaria Caridad
Carlota Carmina Casimiro Cayetana Cayetano Celestino Celia Celina Cesar Chavela Cipriano Clemente Concepcion Conchita
Constantino Constanza Cristobal Cruz Cuauhtemoc Damaris David Delia Demetrio Desiderio Domingo Dominga Dulce Edelmira
Edgar Edmundo Efrain Elba Eleazar Eliseo Eloisa Eloy Elvia Elvira Encarnacion Enrique Enriqueta Epifanio Erasmo
Ernestina Esmeralda Estanislao Esteban Estefania Estela Eulalia Eusebio Eustaquio Evangelina Evaristo Fabiola Fabricio
Facundo Feliciano Felicitas Felipe Fermin Fernanda Fidel Filiberto Flor Florencia Florentino Fortunato Francisca
Francisco Froilan Gaspar Genaro Genoveva German Gertrudis Gilberto Gonzalo Graciela Gregorio Griselda Guillermina
Guillermo Gumersindo Gustavo Herminia Hernan Hernando Hilario Hilda Hipolito Homero Horacio Hortensia Humberto Ibeth
Ignacia Iker Ildefonso Iliana Indalecio Inmaculada Irma Isaias Isidora Isidro Isaura Itzel Ivette Ivonne Izan Jacinta
Jacinto Jacobo Jaime Javiera Jenaro Jeronimo Jesus Jesusa Jimena Joaquin Joaquina Jonatan Jordi Josefa Josefina
Joselyn Josue Jovita Juana Juanita Juliana Julieta Julio Justina Justino Karina Ladislao Lazaro Leandra Leonor
Leopoldo Leticia Ligia Lisandro Lizbeth Lola Lourdes Lucila Lucrecia Luna Lupe Luz Macarena Macario Maite Manuel
Marcelina Marcelino Marcial Marco Mariano Maribel Maricela Mariela Marisela Marisol Maritza Martin Mauricio
Maximiliano Maximino Maximo Mayra Melchor Mercedes Micaela Milagros Minerva Mireya Miriam Modesto Moises Montserrat
Myrna Nahuel Natividad Nayeli Nazario Nelida Nelly Nelson Nereida Nicanor Nieves Noe Noelia Norma Nuria Obdulia
Octavio Ofelia Olegario Olga Olivia Onofre Oswaldo Otilia Pablo Paco Paloma Pancho Pascual Pastora Patricio Paula
Paulino Paz Pepe Perla Petra Petrona Pilar Placido Porfirio Primitivo Quique Rafaela Raimundo Ramiro Ramona Raquel
Rebeca Refugio Regino Reina Reinaldo Remigio Reyes Reyna Rigoberto Roberto Rocio Rogelia Romualdo Roque Rosaura
Rosendo Rosita Rufina Rufino Ruperto Sabino Sagrario Salvadora Samanta Santos Sarai Saturnino Saul Segundo Selena
Serafin Servando Severiano Severino Silvestre Silvina Simon Sixto Sol Soledad Susana Tadeo Telma Teofilo Teresa
Teresita Tito Toribio Trinidad Ulises Urbano Uxue Valente Valeriano Vanesa Venancio Vicenta Vicente Vidal Victoriano
Virgen Wilmer Xavi Xiomara Yadira Yago Yajaira Yamila Yanet Yaretzi Yesenia Yolanda Yuliana Zacarias Zaida Zoila
Zulema Zuleyma Adalgisa Adao Adelia Ademir Adilson Afonso Agostinho Ailton Alexandra Aloisio Amarildo Amilcar Ana-
Maria Anderson Andreia Aparecida Arlindo Armindo Aurea Baltazar Benedita Bento Branca Breno Caetano Caio Camila
Candido Caua Celso Cicero Clarice Cleber Cleide Clovis Cristiane Daiane Dalva Damiao Denilson Diogo Domingos Duarte
Edilson Edimilson Edinaldo Edite Edivaldo Edna Edson Eduarda Elaine Eliana Elisangela Elza Emerson Erica Estevao
Evandro Everton Filipa Filipe Geraldo Getulio Gilmar Gilson Giovana Giselle Graca Guiomar Heitor Henrique Heloisa
Hermes Iara Inacio Iolanda Iracema Isabela Isadora Ivani Ivete Ivone Izabel Jaciara Jair Janaina Jandira Jeferson
Jefferson Joana Joaquim Joice Jorgina Julia Juliano Junior Jussara Katia Kleber Laercio Laerte Lais Larissa Lilian
Lourenco Luiz Luiza Lurdes Luzia Madalena Marcia Marcio Marcos Margarida Marilene Marli Mateus Matheus Mayara Milton
Moacir Murilo Nadir Neide Neusa Newton Nilson Nilton Nivaldo Noemia Nuno Odete Olavo Olinda Osmar Otavio Paulo Pedro
Piedade Priscila Quiteria Raissa Regiane Reginaldo Renan Ricardo Rogerio Romeu Rosana Rosemeire Rubens Rui Ruy Salete
Sebastiana Sebastiao Sidney Suelen Tais Tamires Tarcisio Tatiane Teresinha Thais Tiago Ubirajara Ulisses Valdemar
Valdir Valter Vania Vasco Vinicius Vitor Vitoria Wagner Waldir Wanderley Wellington Wesley Wilson Yasmin Zelia Zilda
Zuleica
"""
_AFRICA = """
Abayomi Abimbola Abiodun Abiola Abosede Adebayo Adebola Adedayo Adekunle Adeola Adeolu Adesina Adetokunbo Adetola
Adewale Adeyinka Afolabi Akin Akinola Akintunde Amaka Amara Amarachi Aminu Anuoluwapo Anulika Arinze Ayo Ayobami
Ayodeji Ayodele Ayomide Ayotunde Azubuike Babajide Bamidele Bolaji Bolanle Bolu Bukola Bunmi Busola Chiamaka Chibueze
Chibuike Chibuzo Chidera Chidiebere Chidinma Chiemeka Chigozie Chijioke Chike Chima Chimamanda Chinaza Chinedu Chinelo
Chinenye Chinonso Chinua Chinwe Chinyere Chioma Chisom Chizoba Chuka Chukwudi Chukwuemeka Chukwuma Damilola Dayo Ebele
Ebuka Ejike Ekene Ekong Emem Eniola Enitan Esosa Ezinne Femi Feyisayo Folasade Funke Funmilayo Garba Gbenga Ifeanyi
Ifeoma Ifunanya Ijeoma Ikechukwu Ikenna Iniobong Isioma Itoro Iyabo Iyanu Jide Jumoke Kayode Kehinde Kelechi Kolawole
Kosisochukwu Kunle Lanre Latifat Lekan Mfon Modupe Mojisola Morenike Ndidi Nkechi Nkem Nkiru Nnamdi Nneka Nnenna Nonso
Nwando Obafemi Obi Obinna Obioma Ogechi Okechukwu Okwudili Olabisi Oladele Olaoluwa Olawale Olayinka Olu Olufemi
Olufunke Olumide Oluwadamilola Oluwakemi Oluwaseun Oluwaseyi Oluwatobi Oluwatosin Omolara Omotola Onyeka Onyinye
Opeyemi Osagie Osas Osaze Oyinkansola Rotimi Ruqayyah Sade Segun Seun Seyi Shehu Sikiru Simisola Sola Somto Sunkanmi
Tafawa Taiwo Tayo Temi Temilade Temitayo Titilayo Tobechukwu Tobenna Tobi Tochukwu Toluwani Tolu Tosin Toyin Tunji
Uche Uchechi Uchenna Ufuoma Ugochi Ugochukwu Ugonna Umaru Uzoamaka Uzoma Wale Wole Yakubu Yemi Yewande Yinka Abeiku
Abla Adjoa Adwoa Afia Afua Akosua Akua Akwasi Akwesi Ato Baaba Boatema Dede Ebo Ekow Efua Esi Fiifi Kobby Kobina Kojo
Korkor Kow Kwabena Kwadwo Kwaku Kwame Kwamena Kwasi Kweku Maame Mawuli Naa Nii Oheneba Paa Selasi Selorm Sena Serwaa
Yaa Yaw Yawa Edem Elikem Eyram Kafui Kekeli Sedem Abdou Abdoulaye Adama Aissata Aissatou Alassane Alioune Alpha Amadou
Aminata Aminatou Arame Assane Astou Awa Babacar Bakary Bassirou Binta Bintou Boubacar Cheikh Cheick Coumba Daouda
Demba Diarra Dieynaba Djibril Fanta Fatou Fatoumata Fily Gorgui Hawa Ibra Ibrahima Idrissa Ismaila Issouf Kadiatou
Kadidia Khady Khadidiatou Kalidou Kankou Lamine Lassana Maimouna Malick Mamadou Mame Mariama Mariame Massamba Maty
Modou Moctar Modibo Moussa Mountaga Ndeye Ndiaga Ngone Oumar Oumou Ousmane Ousseynou Pape Penda Rokhaya Rokia Safiatou
Salif Salimata Samba Sadio Seydou Sekou Serigne Sidiki Souleymane Tidiane Tidjane Yacouba Yaya Yoro Zeynabou Aboubacar
Aboubakar Djeneba Drissa Fode Kassoum Lacina Mahamadou Nafissatou Kouadio Kouame Kouassi Koffi Akissi Amoin Affoue
Adjoua Yapi Ahou Brou Sylvestre Achieng Adhiambo Akinyi Akoth Anyango Asiya Atieno Awino Awuor Bahati Barasa Biko
Chebet Chelagat Chepkemoi Cheptoo Cherono Eliud Faraja Gathoni Jabari Jepkosgei Jepchirchir Juma Kamau Kariuki Khamis
Kimani Kibet Kiprono Kipchoge Kiprotich Kipkoech Kipkemboi Kiptoo Koech Macharia Makena Maina Mbugua Moraa Muchiri
Mugo Muthoni Mumbi Mutua Mwajuma Mwende Mwikali Mwangi Nafula Naliaka Nanjala Ndegwa Ngugi Njambi Njeri Njoki Njoroge
Nyambura Nyokabi Ochieng Odhiambo Okello Okoth Omondi Onyango Otieno Ouma Owino Rehema Salama Shukuri Simba Sifa
Subira Tabitha Upendo Wafula Waithera Wambui Wanjala Wanjiku Wanjiru Wangari Wangui Wairimu Wekesa Zawadi Zuberi
Zuhura Nakato Nakimuli Namukasa Babirye Wasswa Kato Kizza Mukasa Nalubega Ssemakula Achan Akello Apio Auma Opio Ocen
Okot Habimana Uwimana Mukamana Mutesi Ndayisenga Niyonzima Nshimiyimana Ingabire Iradukunda Kagabo Umutoni Uwase
Diakite Abebe Abeba Aberash Abiy Addis Alem Alemayehu Alemitu Amare Amanuel Aregawi Askale Aster Atsede Ayele Ayantu
Bekele Belaynesh Bereket Berhane Berhanu Birhan Birtukan Biruk Bizunesh Chaltu Dagim Dawit Demeke Derartu Desta Ephrem
Elsabet Eskinder Etenesh Eyerusalem Fasil Fikadu Fikre Fikru Fitsum Frehiwot Gashaw Genet Genzebe Getachew Gebre
Gelila Girma Habtamu Hagos Haile Hailu Helen Hirut Kassa Kebede Kidane Kidist Lemlem Letesenbet Lemma Lidya Liya
Mahlet Makeda Mamo Mebrahtu Medhanie Mekdes Mekonnen Melaku Meles Mengistu Meron Meseret Mesfin Mihret Mulatu Mulu
Mulugeta Nardos Netsanet Rahel Robel Ruth Samrawit Selam Selamawit Semhar Senait Seyoum Sintayehu Sisay Solomon
Tadesse Tamirat Tariku Tekle Tesfaye Tewodros Tigist Tirunesh Tizita Tsegaye Tsehay Wondimu Wubit Yared Yeshi Yodit
Yohannes Yonas Zelalem Zenebech Zerihun Zewde Abdi Abdiaziz Abdikadir Abdirahman Abdirizak Abdullahi Abshir Ahmednur
Amran Ayan Barre Bile Cabdi Deeqa Dahir Fadumo Fartun Faduma Filsan Guled Habon Hawo Hibaq Hodan Hodo Ifrah Jama
Khadra Liban Maryan Mahad Mahamed Mohamud Muse Nasra Nimco Nuur Rooble Sahra Sagal Samatar Shukri Sucdi Ubah Warsame
Zamzam Ayanda Andile Bandile Bheki Bhekizizwe Blessing Bongani Bongiwe Buhle Busisiwe Dumisani Fikile Gugu Hlengiwe
Jabulani Khanyi Khanyisile Khaya Kagiso Karabo Katlego Keabetswe Keitumetse Kgalema Kgomotso Kgosi Lebo Lebogang
Lerato Lesedi Letlhogonolo Lindani Lindiwe Loyiso Lungile Lunga Lwazi Makhosi Malusi Mandla Mandisa Mangaliso Mamello
Masego Mbali Mbuso Mcebisi Minenhle Mmabatho Moeketsi Mosa Mpho Mthunzi Mzwandile Naledi Ncube Neo Nkosana Nkosazana
Nkosinathi Noluthando Nomfundo Nompumelelo Nomvula Nomzamo Nonhlanhla Nokuthula Nosipho Ntombi Ntombizodwa Ntsako
Olwethu Onalenna Oratile Palesa Phakamile Phindile Phumla Phumlani Phumzile Puleng Reabetswe Refilwe Rethabile Sandile
Sanele Sello Sfiso Sibongile Sibusiso Sifiso Sindisiwe Sinethemba Simphiwe Siphokazi Siphiwe Siyabonga Sizwe Solly
Sonwabile Teboho Tebogo Thabang Thabiso Thandeka Thandi Thandiwe Thandolwethu Thapelo Themba Thembi Thembisile
Thokozani Tiisetso Tlotlo Tsepo Tshepo Tumelo Unathi Vuyo Vuyisile Vusi Welile Xolani Xoliswa Zandile Zanele Zinhle
Ziyanda Zodwa Zola Zoleka Zukiswa Anesu Chenai Chengetai Chido Chiedza Chipo Chiwoniso Farai Fungai Kudakwashe Kudzai
Kundai Makanaka Munashe Munyaradzi Mutsa Nyarai Nyasha Panashe Rudo Ruvimbo Rumbidzai Rutendo Ruvarashe Shamiso
Shingai Simbarashe Tadiwa Tafadzwa Takudzwa Tanaka Tapiwa Tarisai Tatenda Tawanda Tendai Tererai Tichaona Tinashe
Tinotenda Tonderai Tsitsi Vimbai Wadzanai Yeukai Zivanai Bwalya Chanda Chikondi Chilufya Chisomo Kondwani Limbani
Lubuto Mapalo Mphatso Mulenga Mutale Mwila Natasha Pempho Sibeso Takondwa Thandizo Wezi Yamikani Andry Fara Haja Hery
Lalaina Mamy Miora Nirina Rado Tahina Voahangy Afi Sika Tchalla Bienvenue Dieudonne Espoir Fiston Gloire Kabila
Merveille Mwamba Ngoy Nsimba Nzuzi Plamedi Rais Tresor
"""
_CELTIC_AND_ENGLISH = """
Ailbhe Ailish Aine Aisling Aislinn Aodhan Aodhfionn Aoibheann Aoibhin Aoife Ardal Barra Bebhinn Breda Brid Brigid
Brighid Bronagh Cahal Caitlin Caitriona Caoilfhionn Caoimhe Caoimhin Cara Cathal Cathaoir Cian Ciara Ciaran Cillian
Clodagh Cliodhna Cliona Colm Colman Conall Conan Concepta Conchobar Conchur Conn Cormac Daire Dearbhla Deirdre Dermot
Derbhla Diarmaid Diarmuid Donal Donncha Donnacha Eabha Eamon Eamonn Eilis Eilish Eimear Eithne Emer Enda Eoghan Eoin
Etain Fearghal Feargal Feidhlim Fergal Fiachra Finbarr Fintan Fionn Fionnuala Fionnan Gearoid Gobnait Grainne Grania
Iarla Iseult Jarlath Kathleen Keelin Kevan Kilian Killian Lorcan Mairead Maeve Maire Mairin Malachy Maura Maureen
Meabh Micheal Muireann Muiris Murrough Nessa Niall Noirin Nollaig Nuala Odhran Oisin Oonagh Orla Orlaith Oran Padraic
Padraig Padhraig Peadar Philomena Proinsias Riain Rian Ronan Roisin Rory Ruairi Ruaidhri Saoirse Sadhbh Seamus Sean
Seanan Seoirse Seosamh Shay Sinead Siobhan Sorcha Tadhg Tiarnan Treasa Turlough Ultan Una Ailsa Ainsley Aileen
Alasdair Alastair Alec Alistair Angus Archie Bruce Callum Calum Catriona Coinneach Davina Donald Dougal Dougie
Drummond Duncan Eilidh Eilean Elspeth Euan Ewan Ewen Farquhar Fergus Finlay Fraser Gillian Hamish Heather Iain Innes
Iona Isla Isobel Jean Kirsty Lachlan Lorna Mairi Malcolm Marsaili Morag Morven Murdo Mhairi Niamh Ranald Rhona Ronald
Rhuaridh Ruaridh Seonaid Shona Sheena Struan Torquil Aeron Aled Alun Alys Aneurin Angharad Anwen Arwel Arwen Bethan
Branwen Bronwen Bryn Bleddyn Cadi Carys Catrin Ceri Cerys Dafydd Delyth Dilys Dylan Efa Eira Eirlys Eleri Elin Eluned
Emlyn Emrys Ffion Gareth Geraint Gethin Glenys Glyn Gruffydd Gwenda Gwenllian Gwilym Gwladys Gwyn Gwyneth Haf Heledd
Hywel Iestyn Ieuan Ifan Iolo Ithel Llinos Lleucu Llew Llewelyn Llyr Lowri Mair Mali Mared Mari Megan Meinir Meirion
Menna Mererid Morfydd Myfanwy Nerys Nia Olwen Owain Rhian Rhiannon Rhodri Rhydian Rhys Sian Sioned Siwan Steffan Tegan
Tegwen Tomos Tudur Wyn Aaliyah Abbie Abby Ada Adalyn Addison Adrienne Aidan Aiden Alana Alanna Aleksander Alessa Alexa
Alfie Alisha Alison Alissa Alivia Allie Althea Alyson Amari Amber Amelie Amie Andy Angie Annabel Annabelle Annie
Antwan April Archer Ariana Arielle Arlene Arlo Arnold Arabella Ashlee Ashleigh Ashlyn Ashton Athena Aubree Aubrey
Augustine Averie Avery Ayden Barbie Barney Barnaby Barnard Barret Basil Beatrix Becca Beckett Becky Belinda Benedict
Benny Bentley Bernice Bertie Bertram Beryl Bess Bessie Beth Bethany Betsey Beverley Blaine Blanche Blythe Bobbie Brad
Braden Bradford Braeden Brandi Brandy Brantley Braxton Brayden Breanna Brendan Brenton Bret Briana Brianne Briella
Brielle Brinley Bristol Britney Brody Bronson Brooklyn Bryce Brynlee Bryson Burt Byron Caden Cadence Caitlyn Caleigh
Callie Camden Candace Candice Carissa Carl Carlene Carley Carlie Carlton Carly Carmel Carrie Carson Cary Caryn
Cassandra Cassidy Cassie Cathy Catrina Cecelia Cecil Cedric Chandler Chanel Chantelle Charleen Charlie Charmaine
Chelsea Cherie Cherise Chester Christi Christie Christy Cierra Cindy Claire Clarissa Clark Clay Clayton Cleo Cleveland
Clifton Clint Clinton Clive Clyde Cody Colby Coleen Colleen Collin Colt Colton Connie Conrad Constance Cooper Cora
Coral Cordelia Corrine Cortney Craig Curtis Cyrus Dahlia Daisy Dakota Dallas Dalton Damion Damon Dane Danette Danny
Dante Darcy Daren Darian Darin Darla Darlene Darnell Darren Darrel Darryl Daryl Dashawn Davis Dawson Dayton Deandre
Deanna Deanne Debbie Declan Deja Delaney Delilah Della Delores Deloris Demetrius Dennis Deon Derek Derrick Deshawn
Desiree Devin Devon Dewey Dexter Diamond Dianna Dianne Dillon Dinah Dion Dixie Don Donnie Donovan Doreen Dorian Doug
Drake Dudley Dustin Dwayne Dwight Earl Earnest Easton Ebony Ed Eddie Effie Eileen Elaina Elda Eleanora Elise Elisha
Elle Ellery Ellie Ellis Elliana Elmer Elsie Elton Elva Elvis Elwood Ember Emery Emmett Enid Eric Erick Ericka Erma
Ernestine Errol Ervin Essie Esther Ethel Etta Eula Eunice Evelyn Everett Everly Evie Ezekiel Faye Fern Finley Finn
Finnegan Fletcher Flora Florine Forrest Foster Frankie Franklin Freda Freddie Freddy Frederick Fredrick Frieda Gabby
Gage Gale Garland Garrett Garry Garth Gavin Gayle Gena Genesis Geneva Geoff George Georgina Geraldine Gerry Gia Ginger
Ginny Gladys Glenda Glenna Gloria Gordon Gracie Graeme Graham Grant Grayson Griffin Grover Guinevere Gus Hadley Hailey
Haley Hallie Hank Harlan Harley Harmony Harold Harriett Harris Harrison Harry Harvey Hattie Hayden Hayley Haylee Hazel
Heath Herman Hollie Homer Hope Horace Houston Howard Hudson Hugh Humphrey Ignatius Ike Imani Imogen Ina India Ira Iris
Irvin Irving Isabel Isaiah Isiah Israel Iva Ivy Izzy Jace Jacinda Jackie Jackson Jaclyn Jacklyn Jacquelyn Jada Jaden
Jaiden Jake Jalen Jamar Jameson Janae Janell Janelle Janette Janie Janine Janna Jarrod Jarvis Javon Jaxon Jay Jayden
Jayla Jaylen Jeannette Jeannie Jeb Jed Jedidiah Jemima Jemma Jenna Jennie Jenny Jerald Jeremiah Jermaine Jerrold
Jessie Jewel Jo Joann Jodi Jodie Jody Joey Johnathan Johnnie Jolene Jonathon Jordyn Josiah Josie Journey Joyce Jude
Judd Judson Judy Julianne Juliet Julius June Juniper Justice Kaden Kaitlin Kaitlyn Kaleb Kali Kamryn Kara Karlee Karyn
Kasey Kassandra Kathi Kathie Kathrine Kathy Katherin Katelyn Katharine Katrina Katy Kay Kaya Kaylee Kayleigh Kaylie
Keegan Keely Keira Keisha Kelli Kellie Kelsie Kelvin Kendall Kendra Kendrick Kenna Kennedi Kenny Kent Kenya Keri Kerri
Kerrie Kerry Keshia Kiara Kiersten Kieran Kiley Kimber Kimberley Kimberlee King Kingsley Kinsley Kirk Kit Kitty Knox
Kody Kourtney Kris Krista Kristi Kristie Kristopher Kristy Krystal Kurtis Kyla Kylie Kyra Lacey Lainey Lakeisha Lamont
Lana Lance Landon Lane Latasha Latisha Latoya Lauretta Laurie Laurel Lauryn Laverne Lawson Layton Leander Leanna
Leanne Lee Leigh Leighton Lela Leland Lennon Lennox Lenny Lenora Leo Leola Leona Leonora Leroy Lesley Leslie Lester
Leta Lexi Lila Lilith Lilly Lincoln Lindsay Lindsey Linus Lionel Lizzie Londyn Lonnie Lora Lorene Lorenzo Lottie Lou
Louella Louie Lowell Luann Lucille Lucinda Lucky Lulu Luther Lyla Lyle Lynda Lynette Lynn Lynne Lyra Mabel Mack
Mackenzie Macy Maddie Maddison Maddox Madeline Madelyn Madilyn Mae Maggie Maisie Malia Malik Mallory Mamie Mandy Marci
Marcie Marcy Margery Margie Margo Mariah Marissa Marjorie Mark Marla Marley Marlin Marquis Marsha Marshall Marty
Marvin Maryann Maryanne Maryellen Mattie Maude Mavis Maxine Maxwell May Maynard Mckenna Mckenzie Meagan Meghan Mel
Melba Melody Melva Melvin Melvyn Meredith Merlin Merrill Merry Mervin Messiah Mickey Mikayla Mila Mildred Miley Millie
Milo Mindy Minnie Missy Misty Mitch Mitchell Mitzi Mollie Monroe Monte Montgomery Morgan Morris Moses Myah Myles Myra
Myron Nadine Nan Nanette Nannie Nathanial Ned Neil Nell Nellie Nettie Neva Nevaeh Nichole Nickolas Nicky Nicolette
Nikki Nikolas Nola Nolan Nona Noreen Nova Nyla Oakley Ollie Olin Opal Ophelia Ora Orion Orville Otis Owen Paisley
Palmer Pam Pansy Paris Parker Patsy Patti Patty Payton Pearl Percival Perry Pete Peyton Phil Phillip Phillis Phyllis
Pierce Piper Pippa Polly Portia Porter Presley Preston Prince Priscilla Prudence Queenie Quincy Quinn Quinton Rachael
Rachelle Rae Raegan Raelynn Rafael Ralph Randal Randall Randolph Raven Raymundo Rayna Reagan Reba Reece Reese Reggie
Reid Reilly Remington Rena Renae Reuben Rex Rhett Rhoda Rhonda Ria Ricky Rick Rickey Rickie Riley River Robbie Robyn
Rocky Rod Roderick Rodney Rodrick Roger Ron Ronnie Roosevelt Rosa Rosalind Rosalyn Rosanne Roscoe Rose Roseann Rosetta
Rosie Ross Rowan Roxanne Roxie Ruby Rudolph Rudy Rufus Ruthie Ryder Ryker Rylan Rylee Sadie Sage Sallie Samara Sammy
Sandy Sasha Saundra Savanna Savannah Sawyer Scarlet Serenity Seth Shana Shanda Shania Shanna Shannon Shari Sharlene
Sharron Shaun Shauna Shawna Shayla Shayna Shea Shelby Sheldon Shelia Shelley Shelly Sheri Sherman Sherri Sherrie
Sherry Sheryl Shirlene Sid Sienna Silas Skylar Skyler Sloane Sondra Sonny Sonya Spencer Stacey Staci Stacie Stacy Stan
Stephon Sterling Stewart Storm Stuart Sue Summer Susie Sybil Sydney Sylvester Syreeta Tabatha Talia Tami Tameka Tamika
Tammi Tammie Tammy Tamra Tanisha Tasha Tatum Taylor Teddy Teri Terra Terrance Terrell Terri Terrie Tess Tessa
Thomasina Thurman Tia Tiana Tiffani Tilda Tillie Timmy Tisha Titus Toby Todd Tommie Tommy Tonia Tonya Tori Tracey
Traci Tracie Travis Trent Trenton Trevor Trey Tricia Trina Trish Troy Trudy Tucker Turner Twila Tyree Tyrell Tyrone
Tyson Ulysses Uriah Valarie Valencia Vance Vaughn Velma Verna Vicki Vickie Vicky Violet Virgil Vivian Vonda Wade
Walker Wallace Wally Walt Waylon Weldon Wendell Wes Weston Whitney Wilbert Wilbur Wiley Wilfred Willa Willard William
Willis Willow Winifred Winnie Winona Winston Woodrow Wren Xander Zach Zachariah Zachery Zack Zara Zelda Zelma Zoey
Zoie Alofa Aroha Hemi Hine Hohepa Hone Kahu Kauri Kiri Kahurangi Keoni Kekoa Kailani Kalani Leilani Losa Makoa Mele
Mere Moana Ngaio Ngaire Nikau Noelani Pania Rangi Rawiri Sefo Sione Tamati Tane Tavita Tevita Tiare Viliami Wiremu
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
