using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Payouts;

/// <summary>Who approved and when is never entered by a person; day and reference of a payment are, and stay once it is paid.</summary>
internal static class PayoutStamps
{
    private static readonly string[] OfApproval = [StatementRow.ApprovedBy, StatementRow.ApprovedOn];
    private static readonly string[] OfPayment = [StatementRow.PaidOn, StatementRow.PaymentReference];

    public static void Check(Entity before, Entity sent)
    {
        var status = before.Option(StatementRow.Status);
        foreach (var column in Changes.Of(before, sent))
        {
            // The approval notes them right after the status, once.
            if (OfApproval.Contains(column, StringComparer.Ordinal)
                && (status != StatementRow.StatusOf.Approved || before.Contains(column)))
                throw PayoutText.IsStamped(before.Text(StatementRow.Name));
            if (OfPayment.Contains(column, StringComparer.Ordinal) && status == StatementRow.StatusOf.Paid && before.Contains(column))
                throw PayoutText.IsPaid(before.Text(StatementRow.Name));
        }
    }
}
