using Lattice.Api.Seal;
using Xunit;

namespace Lattice.Tests;

public class SealOptionsTests
{
    [Fact]
    public void AuthorizationHasTheSchemeOnce()
    {
        var options = new SealOptions { ApiToken = "YOUR_API_TOKEN" };

        Assert.Equal("Bearer YOUR_API_TOKEN", options.Authorization);
    }
}
