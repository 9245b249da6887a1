using System;
using System.Linq;
using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules.Comparing;

/// <summary>A condition in the words of the language, on one line.</summary>
internal static class ConditionWording
{
    public static string Of(Condition condition) => condition switch
    {
        AllOf all => string.Join(" and ", all.Inner.Select(InParentheses)),
        AnyOf any => string.Join(" or ", any.Inner.Select(part => part is IfUnknown or Running ? "(" + Of(part) + ")" : Of(part))),
        Negated negated => "not " + InParentheses(negated.Inner.Single()),
        IfUnknown unknown => $"{Of(unknown.Inner.Single())}, if unknown {(unknown.Yes ? "yes" : "no")}",
        Running running => $"{Of(running.Inner.Single())}, for {NumberText.Shortest(running.Months)} months running",
        Test test => string.Join(" ", test.Text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)),
        _ => throw new ArgumentException("There are no words for such a condition.", nameof(condition)),
    };

    private static string InParentheses(Condition condition) => condition is Test or Negated ? Of(condition) : "(" + Of(condition) + ")";
}
