using System.Linq;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking;

/// <summary>The roles that partners may have.</summary>
internal static class RolesPass
{
    public static void Run(CheckContext context)
    {
        foreach (var role in context.Syntax.Rules.OfType<RoleSyntax>().SelectMany(rule => rule.Roles))
        {
            if (ReservedWords.All.Contains(role.Text))
                context.Bag.Add(Problems.ReservedName(role.Range, role.Text));
            else if (context.Roles.Contains(role.Text))
                context.Bag.Add(Problems.DuplicateName(role.Range, "role", role.Text));
            else
                context.Roles.Add(role.Text);
            HeaderPass.CheckName(context, role);
        }
    }
}
