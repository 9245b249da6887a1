using System.IO;
using System.Threading.Tasks;
using CrmAddon.Worker.Commands;

namespace CrmAddon.Worker.Tests.Commands;

[TestClass]
public sealed class CommandLineTests
{
    [TestMethod]
    [DataRow("'--bogus'", "deploy", "--what-if", "--bogus")]
    [DataRow("'deplyo'", "deplyo")]
    [DataRow("'contoso' is no address such as https://contoso.crm.dynamics.com.", "deploy", "--url", "contoso")]
    public async Task Arguments_that_can_t_be_end_with_2_because_1_says_that_something_differs(string reason, params string[] arguments)
    {
        var (code, error) = await RunAsync(arguments);
        Assert.AreEqual(2, code);
        Assert.Contains(reason, error);
    }

    [TestMethod]
    [DataRow("deploy", "--help")]
    [DataRow("usage", "import", "--help")]
    public async Task Help_ends_with_0(params string[] arguments) => Assert.AreEqual((0, ""), await RunAsync(arguments));

    private static async Task<(int Code, string Error)> RunAsync(string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (await CommandLine.RunAsync(arguments, new() { Output = output, Error = error }), error.ToString());
    }
}
