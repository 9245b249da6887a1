using System;
using System.Linq;
using CrmAddon.Rules;
using CrmAddon.Worker.Notifications.Mails;

namespace CrmAddon.Worker.Tests.Notifications;

[TestClass]
public sealed class MailTests
{
    private const string Statement =
        """
        {"program":"Cloud Infrastructure","partner":"Skyops","month":"2026-03","currency":"USD","opening":"100.00","earned":"6125.00",
         "adjustments":"-25.50","heldNow":"1225.00","released":"0.00","heldBalance":"1225.00","clawbacks":"0.00","closing":"6199.50","payable":"4974.50","entries":3,
         "lines":[{"customer":"Larkspur","rule":"MSP recurring share","month":"2026-03","amount":"6125.00"},
                  {"customer":"Larkspur","deal":"Deal 17","rule":"Reseller landing fee","month":"2026-01","amount":"-25.50"}]}
        """;

    [TestMethod]
    public void A_statement_says_what_was_earned_what_is_held_and_what_is_payable()
    {
        var mail = MailTemplates.Render("statement.issued", "Statement 2026-03 for Skyops", Statement);

        Assert.AreEqual("Statement 2026-03 for Skyops", mail.Subject);
        Assert.AreEqual(
            """
            Your statement for March 2026

            The statement of March 2026 credits Skyops with 6,125.00 USD in the program Cloud Infrastructure. 4,974.50 USD is payable now.

            Opening balance                   100.00 USD
            Credited this month             6,125.00 USD
            Adjustments to earlier months     -25.50 USD
            Closing balance                 6,199.50 USD
            Held back for now              -1,225.00 USD
            Payable now                     4,974.50 USD

            1,225.00 USD of this month's earnings is held back. It is yours and becomes payable when the time that the rule names is over.

            The 2 largest of 3 entries of this month:

            For                Rule                  Earned in           Amount
            Larkspur           MSP recurring share   March 2026    6,125.00 USD
            Larkspur: Deal 17  Reseller landing fee  January 2026    -25.50 USD

            Every amount can be explained line by line. If one looks wrong to you, answer this mail or tell your partner manager which one; a correction appears as an adjustment on your next statement.


            """.ReplaceLineEndings("\n"),
            mail.Text);
    }

    [TestMethod]
    [DataRow("0.00", "0.00", "The statement of March 2026 credits Skyops with 0.00 USD in the program P. Nothing is payable now.")]
    [DataRow("10.00", "-120.00", "The statement of March 2026 credits Skyops with 10.00 USD in the program P. Nothing is payable now: corrections of earlier months are larger than your balance, and 120.00 USD is carried forward and set against what you earn next.")]
    public void A_statement_without_a_payment_says_so(string earned, string payable, string sentence)
    {
        var mail = MailTemplates.Render("statement.issued", "S",
            $$"""
            {"program":"P","partner":"Skyops","month":"2026-03","currency":"USD","opening":"0.00","earned":"{{earned}}","adjustments":"0.00",
             "heldNow":"0.00","released":"0.00","heldBalance":"0.00","clawbacks":"0.00","closing":"{{payable}}","payable":"{{payable}}","entries":0,"lines":[]}
            """);
        Assert.Contains(sentence, mail.Text);
    }

    [TestMethod]
    public void An_approved_registration_says_how_long_it_protects_and_what_that_is_worth()
    {
        var mail = MailTemplates.Render("registration.decided", "Registration REG-000017 is approved", MailWorld.Data);
        Assert.AreEqual(
            """
            Registration REG-000017 is approved

            The deal with Larkspur that Relay registered as REG-000017 is approved.

            It is protected for you from 2 March 2026 to 31 May 2026, both days included: another partner's registration of the same deal conflicts with yours.

            If the deal is won while it is protected, the program's rules for registered deals decide your credit and commission. You can see your expected share on the deal before it closes.


            """.ReplaceLineEndings("\n"),
            mail.Text);
    }

    [TestMethod]
    public void A_rejected_registration_says_why_and_what_it_does_not_mean()
    {
        var mail = MailTemplates.Render("registration.decided", "S",
            """{"partner":"Relay","number":"REG-1","customer":"Larkspur","decision":"Rejected","reason":"Existing customer"}""");
        Assert.Contains("The reason: Existing customer.", mail.Text);
        Assert.Contains("If you take part in the deal, the program's other rules still decide your credit.", mail.Text);
    }

    [TestMethod]
    public void A_decided_dispute_says_the_answer_and_what_it_means_in_money()
    {
        var mail = MailTemplates.Render("dispute.decided", "S",
            """
            {"partner":"Skyops","number":"DSP-001000","about":"Skyops 2026-03","decision":"Accepted","claimed":"1200.00","currency":"USD",
             "outcome":"UsageCorrected","resolution":"One account was missing."}
            """);
        Assert.AreEqual(
            """
            Dispute DSP-001000 is accepted

            The objection DSP-001000 of Skyops to "Skyops 2026-03" is accepted.

            You asked for 1,200.00 USD.

            The answer: One account was missing.

            What was wrong was corrected, and the rules decided again. A difference in money appears as an adjustment on your next statement.


            """.ReplaceLineEndings("\n"),
            mail.Text);
    }

    [TestMethod]
    [DataRow("\"outcome\":\"Explained\",", "Die Beträge bleiben, wie sie sind.")]
    [DataRow("\"outcome\":\"AnotherOne\",", "Die Antwort: Es war so vereinbart.")]
    [DataRow("", "Der Einspruch DSP-1 von Skyops ist abgelehnt.")]
    public void A_rejected_dispute_says_so_in_the_partner_s_language(string outcome, string sentence) => Assert.Contains(sentence, MailTemplates.Render(
        "dispute.decided", "S",
        $$"""{"language":"de","partner":"Skyops","number":"DSP-1","decision":"Rejected",{{outcome}}"resolution":"Es war so vereinbart."}""").Text);

    [TestMethod]
    public void A_partner_who_reads_German_gets_German_mail()
    {
        var mail = MailTemplates.Render("statement.issued", "Ihre Abrechnung", Statement.Replace("{\"program\"", "{\"language\":\"de\",\"program\"", StringComparison.Ordinal));
        Assert.AreEqual(
            """
            Ihre Abrechnung für März 2026

            Die Abrechnung für März 2026 schreibt Skyops im Programm Cloud Infrastructure 6.125,00 USD gut. 4.974,50 USD sind jetzt zahlbar.

            Anfangssaldo                    100,00 USD
            Gutschriften dieses Monats    6.125,00 USD
            Anpassungen früherer Monate     -25,50 USD
            Endsaldo                      6.199,50 USD
            Vorerst einbehalten          -1.225,00 USD
            Jetzt zahlbar                 4.974,50 USD

            1.225,00 USD der Gutschriften dieses Monats sind einbehalten. Sie gehören Ihnen und werden zahlbar, wenn die in der Regel genannte Frist abgelaufen ist.

            Die 2 größten von 3 Buchungen dieses Monats:

            Für                Regel                 Verdient in        Betrag
            Larkspur           MSP recurring share   März 2026    6.125,00 USD
            Larkspur: Deal 17  Reseller landing fee  Januar 2026    -25,50 USD

            Jeder Betrag lässt sich Zeile für Zeile erklären. Wenn Ihnen einer falsch erscheint, antworten Sie auf diese E-Mail, oder nennen Sie ihn Ihrem Partnermanager; eine Berichtigung erscheint als Anpassung auf Ihrer nächsten Abrechnung.


            """.ReplaceLineEndings("\n"),
            mail.Text);
        Assert.Contains("<html lang=\"de\">", mail.Html);
    }

    [TestMethod]
    public void Every_language_has_every_sentence_with_the_same_values_in_it()
    {
        var english = MailLanguage.All.Places(Language.English);
        foreach (var language in Language.All)
        {
            var own = MailLanguage.All.Places(language);
            CollectionAssert.AreEqual(english.Keys.Order(StringComparer.Ordinal).ToList(), own.Keys.Order(StringComparer.Ordinal).ToList(), language.Name);
            foreach (var (key, places) in english)
                Assert.AreEqual(string.Join(",", places.Order(StringComparer.Ordinal)), string.Join(",", own[key].Order(StringComparer.Ordinal)), $"{language.Name}: {key}");
        }
    }

    [TestMethod]
    public void Names_of_others_are_text_and_never_markup()
    {
        var mail = MailTemplates.Render("registration.decided", "A <b>subject</b>\r\nBcc: all",
            """{"partner":"<script>alert(1)</script>","number":"REG-1","customer":"A & \"B\"","decision":"Approved"}""");
        Assert.AreEqual("A <b>subject</b> Bcc: all", mail.Subject);
        Assert.DoesNotContain("<script>", mail.Html);
        Assert.DoesNotContain("<b>subject", mail.Html);
        Assert.Contains("A &amp; &quot;B&quot;", mail.Html);
    }

    [TestMethod]
    [DataRow("null")]
    [DataRow("[]")]
    [DataRow("""{"partner":"Relay","number":"REG-1","customer":"L","decision":"Postponed"}""")]
    [DataRow("""{"partner":"Relay","number":"REG-1","customer":"L","decision":"Approved","protectedFrom":"soon","protectedUntil":"later"}""")]
    [DataRow("""{"partner":null,"number":"REG-1","customer":"L","decision":"Approved"}""")]
    public void Data_that_do_not_fit_are_refused_with_a_reason(string data)
    {
        var refusal = Assert.ThrowsExactly<MailDataException>(() => MailTemplates.Render("registration.decided", "S", data));
        Assert.IsGreaterThan(20, refusal.Message.Length);
    }
}
