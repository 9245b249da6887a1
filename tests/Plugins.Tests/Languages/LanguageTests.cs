using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Notifications;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Tests.Languages;

[TestClass]
public sealed partial class LanguageTests
{
    // Named like sentences, and no sentences.
    private static readonly string[] Templates = [DisputeDecided.Template, RegistrationDecided.Template, StatementIssued.Template];

    [TestMethod]
    public void Every_language_has_every_sentence_with_the_same_values_in_it()
    {
        var english = Spoken.All.Places(Language.English);
        foreach (var language in Language.All)
        {
            var own = Spoken.All.Places(language);
            CollectionAssert.AreEqual(english.Keys.Order(StringComparer.Ordinal).ToList(), own.Keys.Order(StringComparer.Ordinal).ToList(), language.Name);
            foreach (var (key, places) in english)
                Assert.AreEqual(string.Join(",", places.Order(StringComparer.Ordinal)), string.Join(",", own[key].Order(StringComparer.Ordinal)), $"{language.Name}: {key}");
        }
    }

    [TestMethod]
    public void The_sentences_that_the_code_says_are_those_of_the_files()
    {
        var keys = Spoken.All.Places(Language.English).Keys.ToList();
        var groups = keys.Select(key => key.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        // Keys of states and reasons are put together: the part before the last point stands in the code, and the rest is in a list.
        var said = Source().SelectMany(text => Quoted().Matches(text)).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

        var unknown = said.Where(text => groups.Contains(text.Split('.')[0]) && Key().IsMatch(text) && !keys.Contains(text) && !Templates.Contains(text));
        var unsaid = keys.Where(key => !said.Contains(key) && !said.Contains(key[..(key.LastIndexOf('.') + 1)]));
        Assert.AreEqual("", string.Join(", ", unknown), "the code says what the files lack");
        Assert.AreEqual("", string.Join(", ", unsaid), "nothing says these");
    }

    [TestMethod]
    public void A_refusal_is_said_in_the_language_of_who_asked()
    {
        using var world = new World();
        var german = world.User("Gerda German");
        world.Service.Create(new Entity("usersettings", german) { ["uilanguageid"] = 1031 });
        var registration = new Entity(DealRegistration.Table)
        {
            [DealRegistration.Partner] = new EntityReference(Partner.Table, world.Partner("Relay")),
            [DealRegistration.Status] = new OptionSetValue(DealRegistration.StatusOf.Approved),
        };

        Assert.AreEqual(
            "Eine Registrierung beginnt als Entwurf. Speichern Sie sie zuerst als Entwurf, und reichen Sie sie dann ein.",
            World.Refusal(() => world.As(german).Create(registration)));
        Assert.AreEqual(
            "A registration starts as a draft. Save it as a draft first, then submit it.",
            World.Refusal(() => world.As(world.Author).Create(registration)));
    }

    [TestMethod]
    [DataRow(1031, "de")]
    [DataRow(3079, "de", DisplayName = "German as in Austria")]
    [DataRow(2057, "en")]
    [DataRow(1041, "en", DisplayName = "Japanese, which the plug-ins don't speak")]
    [DataRow(0, "en", DisplayName = "none chosen")]
    public void A_locale_is_a_language(int locale, string language) =>
        Assert.AreEqual(language, (Language.TryFind(locale) ?? Language.English).Code);

    private static IEnumerable<string> Source() => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "plugins"), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(File.ReadAllText);

    [GeneratedRegex("\"([a-z-]+\\.[a-z.-]+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("^[a-z-]+(\\.[a-z-]+)+$")]
    private static partial Regex Key();
}
