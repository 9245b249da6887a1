using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Rulings;

[TestClass]
public sealed class DerivationTests
{
    [TestMethod]
    public void The_same_number_gives_the_same_text_however_many_zeros_it_ends_with()
    {
        var month = new Month(2026, 3);
        Assert.AreEqual(
            Told(Sample.Program.Judge(Cases.Usage(month, [(month, 0.03m)], Cases.Partner("Skyops", "MSP")))),
            Told(Sample.Program.Judge(Cases.Usage(month, [(month, 0.0300m)], Cases.Partner("Skyops", "MSP")))));
        Assert.AreEqual(
            Told(Sample.Program.Judge(Cases.Deal(100m, Cases.Partner("Relay", "Reseller")))),
            Told(Sample.Program.Judge(Cases.Deal(100.00m, Cases.Partner("Relay", "Reseller")))));
    }

    private static string Told(Ruling ruling) => Data(ruling.Derivation);

    private static string Data(Finding finding) =>
        $"{finding.Kind}({string.Join(", ", finding.Values.Select(value => value.Key + "=" + value.Value))})[{string.Concat(finding.Children.Select(Data))}]";
}
