using System;
using System.Globalization;
using CrmAddon.Local;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

// arguments: database, folder of the standard tables, folder of the solution, plug-in assembly
using var dataverse = LocalDataverse.Open(new LocalDataverseOptions
{
    DatabasePath = args[0],
    SolutionFolders = [args[1], args[2]],
    PluginAssemblies = [args[3]],
});
var service = dataverse.CreateService();
for (var n = 1; ; n++)
{
    var order = Guid.NewGuid();
    var requests = new OrganizationRequestCollection
    {
        new CreateRequest { Target = new Entity("fix_order", order) { ["fix_name"] = "order", ["fix_amount"] = new Money(30), ["fix_notes"] = "line" } },
    };
    for (var line = 1; line <= 2; line++)
    {
        requests.Add(new CreateRequest
        {
            Target = new Entity("fix_line")
            {
                ["fix_text"] = line.ToString(CultureInfo.InvariantCulture),
                ["fix_orderid"] = new EntityReference("fix_order", order),
            },
        });
    }

    service.Execute(new ExecuteTransactionRequest { Requests = requests });
    if (n % 10 == 0)
    {
        dataverse.Async.RunReady();
    }

    Console.Out.WriteLine(n);
    Console.Out.Flush();
}
