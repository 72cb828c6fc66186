namespace Rapport.Samples.People;

/// <summary>Names that invented people are given. Common ones: nobody in particular is meant.</summary>
internal sealed record NameList(string[] Women, string[] Men, string[] Families)
{
    private static NameList English { get; } = new(
        [
            "Abigail", "Alice", "Amara", "Beatrice", "Brenda", "Carol", "Charlotte", "Claire", "Deborah", "Eleanor", "Emily", "Esther", "Fiona",
            "Gloria", "Grace", "Hannah", "Imani", "Isabel", "Joan", "Keisha", "Laura", "Leah", "Margaret", "Martha", "Megan", "Naomi", "Nora",
            "Olivia", "Phoebe", "Rachel", "Rose", "Sadie", "Sharon", "Simone", "Tessa", "Theresa", "Violet", "Wendy", "Yvonne", "Zoe",
        ],
        [
            "Aaron", "Andre", "Benjamin", "Caleb", "Carl", "Charles", "Darnell", "David", "Dennis", "Elijah", "Eric", "Felix", "Frank", "Gavin",
            "George", "Harold", "Henry", "Isaac", "Jacob", "Jerome", "Kevin", "Leonard", "Liam", "Malcolm", "Marcus", "Nathan", "Noah", "Oliver",
            "Oscar", "Patrick", "Peter", "Quentin", "Ralph", "Samuel", "Simon", "Theodore", "Victor", "Walter", "Wesley", "Xavier",
        ],
        [
            "Abbott", "Baker", "Bennett", "Brooks", "Callahan", "Carter", "Chambers", "Coleman", "Doyle", "Ellison", "Fletcher", "Foster",
            "Gallagher", "Gibbs", "Hale", "Harper", "Hughes", "Ingram", "Jennings", "Kowalski", "Lambert", "Lawson", "Mercer", "Novak", "O'Brien",
            "Osborne", "Palmer", "Porter", "Quinn", "Reeves", "Rossi", "Sawyer", "Schmidt", "Thornton", "Underwood", "Vance", "Walsh", "Whitaker",
            "Young", "Zimmerman",
        ]);

    private static NameList Spanish { get; } = new(
        [
            "Ana", "Beatriz", "Camila", "Carmen", "Daniela", "Elena", "Guadalupe", "Inés", "Isabela", "Lucía", "Luz", "María", "Marisol", "Paloma",
            "Pilar", "Rocío", "Rosa", "Sofía", "Valentina", "Ximena",
        ],
        [
            "Alejandro", "Andrés", "Carlos", "Diego", "Emilio", "Esteban", "Felipe", "Héctor", "Iván", "Javier", "José", "Luis", "Manuel", "Mateo",
            "Miguel", "Pablo", "Rafael", "Ramón", "Santiago", "Tomás",
        ],
        [
            "Álvarez", "Castillo", "Delgado", "Díaz", "Espinoza", "Fuentes", "García Luna", "Gómez", "Herrera", "Jiménez", "López", "Maldonado",
            "Muñoz", "Núñez", "Ortiz", "Pérez Soto", "Ramírez", "Ríos", "Salazar", "Vega",
        ]);

    private static NameList Vietnamese { get; } = new(["Lan", "Mai", "Ngọc", "Thảo"], ["Bình", "Dũng", "Minh", "Quân"], ["Đặng", "Lê", "Nguyễn", "Trần"]);

    private static NameList Chinese { get; } = new(["Fang", "Hui", "Li", "Xiaoyan"], ["Bo", "Jian", "Wei", "Zhiqiang"], ["Chen", "Huang", "Lin", "Zhao"]);

    private static NameList Arabic { get; } = new(["Amina", "Layla", "Noor", "Salma"], ["Hassan", "Karim", "Omar", "Yusuf"], ["Al-Masri", "Haddad", "Khalil", "Nasser"]);

    public static NameList Of(string? language) => language switch
    {
        "es" => Spanish,
        "vi" => Vietnamese,
        "zh" => Chinese,
        "ar" => Arabic,
        _ => English,
    };

    public string First(Sex sex, Dice dice) => dice.Pick(sex is Sex.Female ? Women : Men);
}
