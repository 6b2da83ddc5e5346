from flask import Flask

from shop.stats import bp


def create_app():
    app = Flask(__name__)
    app.config.from_object("shop.config.Production")
    app.register_blueprint(bp)
    return app
