using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Syntax;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Formatting;

/// <summary>The one way to say what the language lets a person say in several.</summary>
internal sealed class Wording
{
    private readonly TokenPlaces places;
    private readonly Dictionary<int, string> instead = [];

    public Wording(TokenPlaces places, ProgramSyntax syntax)
    {
        this.places = places;
        foreach (var clause in syntax.Rules.OfType<ClausedRule>().SelectMany(rule => rule.Clauses))
            Choose(clause);
    }

    /// <summary>Tokens before which a comma is put.</summary>
    public HashSet<int> CommaBefore { get; } = [];

    /// <summary>Tokens that are left out.</summary>
    public HashSet<int> LeftOut { get; } = [];

    /// <summary>The token as it is to be written.</summary>
    public string Of(int index)
    {
        var token = places.Tokens[index];
        return instead.TryGetValue(index, out var word) ? word
            : token.Kind is TokenKind.Number or TokenKind.Percent ? NumberWriting.Of(token.Text)
            : token.Kind == TokenKind.Text ? "\"" + token.Text + "\""
            : token.Kind == TokenKind.Word ? Counted(index, token)
            : token.Text;
    }

    private void Choose(Clause clause)
    {
        switch (clause)
        {
            case EmptyRoleClause or SeveralClause:
                Say(clause, "leave", "left");
                Say(clause, "shared", "share");
                Say(clause, "give", "given");
                Say(clause, "refuse", "refused");
                break;
            case KeepClause:
                LeaveOut(clause, "for", "the", "house");
                break;
            case ExtendClause { Times: 1 or 2 } extend when LeaveOut(clause, "times"):
                instead[places.First(clause) + 1] = extend.Times == 1 ? "once" : "twice";
                break;
            case ScheduleClause schedule:
                Comma(clause, "on", schedule.Frequency == Frequency.OnceWhenWon);
                Comma(clause, "per", true);
                Comma(clause, "across", true);
                break;
        }
    }

    // The first word of a choice stands behind the colon; the name of a role may be any word.
    private void Say(Clause clause, string word, string one)
    {
        var index = places.Within(clause).First(at => places.Tokens[at].Is(":")) + 1;
        if (places.Tokens[index].Is(word))
            instead[index] = one;
    }

    // A comment among the words may be about them, so that they stay.
    private bool LeaveOut(Clause clause, params string[] words)
    {
        var found = places.Within(clause).Where(index => words.Contains(places.Tokens[index].Text)).ToArray();
        if (found.Length == 0 || found.Any(places.HasCommentBefore))
            return false;
        LeftOut.UnionWith(found);
        return true;
    }

    private void Comma(Clause clause, string before, bool wanted)
    {
        foreach (var index in places.Within(clause).Where(index => places.Tokens[index].Is(before)))
        {
            var stands = places.Tokens[index - 1].Is(",");
            if (wanted && !stands)
                CommaBefore.Add(index);
            else if (!wanted && stands && !places.HasCommentBefore(index - 1))
                LeftOut.Add(index - 1);
        }
    }

    // 1 day, 2 days.
    private string Counted(int index, Token word)
    {
        if (index == 0 || places.Tokens[index - 1] is not { Kind: TokenKind.Number } count
            || (word.Text is not ("day" or "days" or "month" or "months")))
            return word.Text;
        var unit = word.Text.TrimEnd('s');
        return count.Number == 1 ? unit : unit + "s";
    }
}
