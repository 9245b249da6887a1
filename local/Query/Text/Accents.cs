using System.Collections.Frozen;
using System.Collections.Generic;

namespace CrmAddon.Local.Query.Text;

/// <summary>
/// The letters with accents of the Latin, Greek and Cyrillic alphabets and the letter below the accent, by Unicode's canonical
/// decomposition; upper case only. Invariant globalization has no table of its own.
/// </summary>
internal static class Accents
{
    private static readonly Dictionary<string, string> Letters = new()
    {
        ["A"] = "ÀÁÂÃÄÅĀĂĄǍǞǠǺȀȂȦḀẠẢẤẦẨẪẬẮẰẲẴẶ",
        ["B"] = "ḂḄḆ",
        ["C"] = "ÇĆĈĊČḈ",
        ["D"] = "ĎḊḌḎḐḒ",
        ["E"] = "ÈÉÊËĒĔĖĘĚȄȆȨḔḖḘḚḜẸẺẼẾỀỂỄỆ",
        ["F"] = "Ḟ",
        ["G"] = "ĜĞĠĢǦǴḠ",
        ["H"] = "ĤȞḢḤḦḨḪ",
        ["I"] = "ÌÍÎÏĨĪĬĮİǏȈȊḬḮỈỊ",
        ["J"] = "Ĵ",
        ["K"] = "ĶǨḰḲḴ",
        ["L"] = "ĹĻĽḶḸḺḼ",
        ["M"] = "ḾṀṂ",
        ["N"] = "ÑŃŅŇǸṄṆṈṊ",
        ["O"] = "ÒÓÔÕÖŌŎŐƠǑǪǬȌȎȪȬȮȰṌṎṐṒỌỎỐỒỔỖỘỚỜỞỠỢ",
        ["P"] = "ṔṖ",
        ["R"] = "ŔŖŘȐȒṘṚṜṞ",
        ["S"] = "ŚŜŞŠȘṠṢṤṦṨ",
        ["T"] = "ŢŤȚṪṬṮṰ",
        ["U"] = "ÙÚÛÜŨŪŬŮŰŲƯǓǕǗǙǛȔȖṲṴṶṸṺỤỦỨỪỬỮỰ",
        ["V"] = "ṼṾ",
        ["W"] = "ŴẀẂẄẆẈ",
        ["X"] = "ẊẌ",
        ["Y"] = "ÝŶŸȲẎỲỴỶỸ",
        ["Z"] = "ŹŻŽẐẒẔ",
        ["Æ"] = "ǢǼ",
        ["Ø"] = "Ǿ",
        ["Ʒ"] = "Ǯ",
        ["Α"] = "ΆἈἉἊἋἌἍἎἏᾸᾹᾺΆ",
        ["Ε"] = "ΈἘἙἚἛἜἝῈΈ",
        ["Η"] = "ΉἨἩἪἫἬἭἮἯῊΉ",
        ["Ι"] = "ΊΪἸἹἺἻἼἽἾἿῘῙῚΊ",
        ["Ο"] = "ΌὈὉὊὋὌὍῸΌ",
        ["Ρ"] = "Ῥ",
        ["Υ"] = "ΎΫὙὛὝὟῨῩῪΎ",
        ["Ω"] = "ΏὨὩὪὫὬὭὮὯῺΏ",
        ["ϒ"] = "ϓϔ",
        ["І"] = "Ї",
        ["А"] = "ӐӒ",
        ["Г"] = "Ѓ",
        ["Е"] = "ЀЁӖ",
        ["Ж"] = "ӁӜ",
        ["З"] = "Ӟ",
        ["И"] = "ЍЙӢӤ",
        ["К"] = "Ќ",
        ["О"] = "Ӧ",
        ["У"] = "ЎӮӰӲ",
        ["Ч"] = "Ӵ",
        ["Ы"] = "Ӹ",
        ["Э"] = "Ӭ",
        ["Ѵ"] = "Ѷ",
        ["Ә"] = "Ӛ",
        ["Ө"] = "Ӫ",
    };

    private static readonly FrozenDictionary<char, char> Bases = Spread();

    /// <summary>The upper-case letter without its accent.</summary>
    public static char Remove(char letter) => Bases.TryGetValue(letter, out var plain) ? plain : letter;

    private static FrozenDictionary<char, char> Spread()
    {
        var bases = new Dictionary<char, char>();
        foreach (var (plain, accented) in Letters)
        {
            foreach (var letter in accented)
            {
                bases[letter] = plain[0];
            }
        }

        return bases.ToFrozenDictionary();
    }
}
